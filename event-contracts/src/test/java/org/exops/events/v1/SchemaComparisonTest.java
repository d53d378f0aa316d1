package org.exops.events.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.exops.events.v1.SchemaChange.Break;
import org.exops.events.v1.SchemaChange.Growth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each way to change a payload, planted in small records. */
class SchemaComparisonTest {
    enum Colour {
        RED,
        GREEN
    }

    enum FewerColours {
        RED
    }

    record Part(String name, @Nullable Duration length) {}

    record Whole(
            String id,
            long count,
            Colour colour,
            Instant at,
            @Nullable BigDecimal price,
            List<Part> parts,
            Map<String, Double> shares,
            @Nullable Object payload) {}

    record WithNewOptionalField(
            String id,
            long count,
            Colour colour,
            Instant at,
            @Nullable BigDecimal price,
            List<Part> parts,
            Map<String, Double> shares,
            @Nullable Object payload,
            @Nullable String note) {}

    record Text(String value) {}

    record Count(long value) {}

    record Decimal(double value) {}

    record Time(Instant value) {}

    record Perhaps(@Nullable String value) {}

    record Two(String value, String other) {}

    record TwoOptional(String value, @Nullable String other) {}

    record Anything(Object value) {}

    record Texts(List<String> value) {}

    record Numbers(List<Long> value) {}

    record Named(Map<String, String> value) {}

    record NamedNumbers(Map<String, Long> value) {}

    record Coloured(List<Colour> value) {}

    record LessColoured(List<FewerColours> value) {}

    record Nested(@Nullable Text inner) {}

    record NestedNumber(@Nullable Count inner) {}

    record Repeated(Part one) {}

    record RepeatedTwice(Part one, @Nullable Part other) {}

    @Test
    void the_same_form_has_no_change() {
        assertThat(changes(Whole.class, Whole.class)).isEmpty();
    }

    @Test
    void a_new_optional_field_is_growth() {
        assertThat(changes(Whole.class, WithNewOptionalField.class)).containsExactly(new Growth("/note", "is new"));
    }

    @Test
    void a_new_value_is_growth() {
        assertThat(changes(LessColoured.class, Coloured.class))
                .containsExactly(new Growth("/value/*", "gained the value GREEN"));
    }

    @Test
    void a_part_that_is_used_a_second_time_is_growth() {
        assertThat(changes(Repeated.class, RepeatedTwice.class)).containsExactly(new Growth("/other", "is new"));
    }

    @Test
    void a_removed_field_is_a_break() {
        assertThat(changes(Two.class, Text.class)).containsExactly(new Break("/other", "was removed"));
    }

    @Test
    void a_removed_value_is_a_break() {
        assertThat(changes(Coloured.class, LessColoured.class))
                .containsExactly(new Break("/value/*", "lost the value GREEN"));
    }

    @Test
    void a_new_required_field_is_a_break() {
        assertThat(changes(Text.class, Two.class)).hasSize(1).allMatch(Break.class::isInstance);
        assertThat(changes(Text.class, TwoOptional.class)).hasSize(1).allMatch(Growth.class::isInstance);
    }

    @Test
    void a_field_made_required_is_a_break_and_so_is_one_no_longer_promised() {
        assertThat(changes(Perhaps.class, Text.class)).hasSize(1).allMatch(Break.class::isInstance);
        assertThat(changes(Text.class, Perhaps.class)).hasSize(1).allMatch(Break.class::isInstance);
    }

    @Test
    void another_type_is_a_break() {
        assertRetyped(Text.class, Count.class);
        assertRetyped(Count.class, Decimal.class);
        assertRetyped(Text.class, Time.class);
        assertRetyped(Text.class, Anything.class);
        assertRetyped(Anything.class, Text.class);
        assertRetyped(Text.class, Texts.class);
        assertRetyped(Texts.class, Numbers.class);
        assertRetyped(Named.class, NamedNumbers.class);
        assertRetyped(Nested.class, NestedNumber.class);
    }

    private static void assertRetyped(Class<?> committed, Class<?> present) {
        assertThat(changes(committed, present))
                .as(committed + " to " + present)
                .hasSize(1)
                .allMatch(change -> change instanceof Break && change.what().startsWith("was "));
    }

    private static List<SchemaChange> changes(Class<?> committed, Class<?> present) {
        return SchemaComparison.compare(EventSchemas.generate(committed), EventSchemas.generate(present));
    }
}
