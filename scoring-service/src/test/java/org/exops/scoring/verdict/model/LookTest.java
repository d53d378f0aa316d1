package org.exops.scoring.verdict.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Instant MINIMUM = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-11-22T00:00:00Z");

    private static Sighting seen(long units) {
        return new Sighting("RUNNING GRANTED LOW", "A 1, B 1", Map.of("B", units), 3);
    }

    @Test
    void looks_grow_with_the_logarithm_of_n() {
        assertThat(seen(1009).differsEnoughFrom(seen(1000))).isFalse();
        assertThat(seen(1010).differsEnoughFrom(seen(1000))).isTrue();
        assertThat(seen(10_099).differsEnoughFrom(seen(10_000))).isFalse();
        assertThat(seen(10_100).differsEnoughFrom(seen(10_000))).isTrue();
    }

    @Test
    void a_run_a_milestone_or_a_change_of_state_does_not_wait_for_growth() {
        Sighting last = seen(1000);

        assertThat(new Sighting("RUNNING GRANTED LOW", "A 1, B 2", Map.of("B", 1000L), 3).differsEnoughFrom(last))
                .isTrue();
        assertThat(new Sighting("RUNNING GRANTED LOW", "A 1, B 1", Map.of("B", 1001L), 4).differsEnoughFrom(last))
                .isTrue();
        assertThat(new Sighting("SUSPENDED GRANTED LOW", "A 1, B 1", Map.of("B", 1000L), 3).differsEnoughFrom(last))
                .isTrue();
        assertThat(seen(1000).differsEnoughFrom(last)).isFalse();
    }

    @Test
    void times_of_the_plan_come_once() {
        LookTimes times = new LookTimes(MINIMUM, DEADLINE, true);

        assertThat(times.cameSince(null, MINIMUM)).isTrue();
        assertThat(times.cameSince(MINIMUM, DEADLINE.minusSeconds(1))).isFalse();
        assertThat(times.cameSince(MINIMUM, DEADLINE)).isTrue();
        assertThat(times.cameSince(DEADLINE, DEADLINE.plusSeconds(100))).isFalse();
        assertThat(times.next(DEADLINE)).isEmpty();
    }

    @Test
    void without_evidence_only_the_deadline_is_a_time() {
        LookTimes times = new LookTimes(MINIMUM, DEADLINE, false);

        assertThat(times.cameSince(null, MINIMUM.plusSeconds(5))).isFalse();
        assertThat(times.next(null)).contains(DEADLINE);
    }

    @Test
    void looks_are_a_second_apart() {
        assertThat(LookTimes.earliest(null, MINIMUM)).isEqualTo(MINIMUM);
        assertThat(LookTimes.earliest(MINIMUM, MINIMUM.plusMillis(300))).isEqualTo(MINIMUM.plusSeconds(1));
        assertThat(LookTimes.earliest(MINIMUM, MINIMUM.plusMillis(1000))).isEqualTo(MINIMUM.plusMillis(1000));
    }
}
