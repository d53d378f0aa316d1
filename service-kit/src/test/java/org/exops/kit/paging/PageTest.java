package org.exops.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Property(tries = 200)
    void a_cursor_comes_back_as_it_went(@ForAll List<String> values) {
        var cursor = new Cursor(values);

        // An unpaired surrogate has no UTF-8, so no service can have it as a sort value.
        if (values.stream().allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode)
                && cursor.encode().length() <= 2_000) {
            assertThat(Cursor.parse(cursor.encode())).isEqualTo(cursor);
        }
    }

    @Test
    void a_cursor_keeps_instants_numbers_and_ids() {
        UUID id = new UUID(1, 2);
        var cursor = Cursor.parse(Cursor.of(Instant.EPOCH, 42, id).encode());

        assertThat(cursor.instant(0)).isEqualTo(Instant.EPOCH);
        assertThat(cursor.number(1)).isEqualTo(42);
        assertThat(cursor.uuid(2)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "e30", "W10x", "WzEsWzJdXQ", "W251bGxd", "bnVsbA"})
    void what_is_no_cursor_is_a_bad_request(String opaque) {
        assertBadRequest(() -> Cursor.parse(opaque).text(0));
    }

    @Test
    void a_cursor_of_another_list_is_a_bad_request() {
        var cursor = Cursor.of("not an instant");

        assertBadRequest(() -> cursor.instant(0));
        assertBadRequest(() -> cursor.number(0));
        assertBadRequest(() -> cursor.uuid(0));
        assertBadRequest(() -> cursor.text(1));
    }

    @Test
    void a_cursor_beyond_measure_is_a_bad_request() {
        String long_ = Base64.getUrlEncoder().encodeToString("x".repeat(5_000).getBytes(StandardCharsets.UTF_8));

        assertBadRequest(() -> Cursor.parse(long_));
    }

    private static void assertBadRequest(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_SHAPE));
    }

    @Test
    void the_limit_has_a_default_and_bounds() {
        assertThat(PageRequest.of(null, null).limit()).isEqualTo(50);
        assertThat(PageRequest.of(1, "").cursor()).isEmpty();
        assertThat(PageRequest.of(200, null).rows()).isEqualTo(201);
        assertThatThrownBy(() -> PageRequest.of(0, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageRequest.of(201, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void only_a_page_that_is_followed_has_a_cursor() {
        var two = PageRequest.of(2, null);

        assertThat(Page.of(List.of(1, 2), two, Cursor::of).nextCursor()).isNull();
        assertThat(Page.of(List.of(1, 2, 3), two, Cursor::of))
                .isEqualTo(new Page<>(List.of(1, 2), Cursor.of(2).encode()));
    }
}
