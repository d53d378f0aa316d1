package org.exops.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    @Test
    void an_id_carries_its_version_variant_and_millisecond() {
        // When
        UUID id = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_grow_and_differ_while_the_clock_stands_still() {
        // Given
        TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC));
        // When
        List<String> issued =
                Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();
        // Then
        assertThat(issued).isSorted();
        assertThat(Set.copyOf(issued)).hasSameSizeAs(issued);
    }

    @Test
    void concurrent_callers_never_get_the_same_id() {
        // Given
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
        // When
        List<UUID> issued = Stream.generate(ids::next).parallel().limit(50_000).toList();
        // Then
        assertThat(new HashSet<>(issued)).hasSize(50_000);
    }
}
