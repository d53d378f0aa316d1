package org.exops.kit.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"42\"", "*", "\"1\", \"42\"", " \"42\" "})
    void matches_the_present_revision(String header) {
        assertThat(IfMatch.parse(header).matches(42)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"41\"", "W/\"42\"", "42", "\"4\",\"2\"", "nonsense"})
    void does_not_match_anything_else(String header) {
        assertThat(IfMatch.parse(header).matches(42)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void is_required(String header) {
        assertThatThrownBy(() -> IfMatch.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }

    @Test
    void a_stale_change_is_told_the_present_tag() {
        assertThatThrownBy(() -> IfMatch.parse("\"41\"").require(42))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.STALE);
                    assertThat(refusal.headers()).containsEntry("ETag", "\"42\"");
                });
    }
}
