package org.exops.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void a_rested_principal_has_its_burst_and_no_more() {
        var buckets = new TokenBuckets(100, 200, 10);

        for (int i = 0; i < 200; i++) {
            assertThat(buckets.take("alice", 0)).isZero();
        }

        assertThat(buckets.take("alice", 0)).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void waiting_as_told_is_enough() {
        var buckets = new TokenBuckets(100, 1, 10);
        assertThat(buckets.take("alice", 0)).isZero();

        Duration wait = buckets.take("alice", 0);

        assertThat(buckets.take("alice", wait.toNanos())).isZero();
    }

    @Test
    void principals_do_not_share() {
        var buckets = new TokenBuckets(1, 1, 10);
        assertThat(buckets.take("alice", 0)).isZero();

        assertThat(buckets.take("bob", 0)).isZero();
    }

    @Test
    void memory_is_bounded_and_the_rested_are_forgotten_first() {
        var buckets = new TokenBuckets(1, 1, 3);
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.take("user-" + i, 0)).isNotNull();
        }
        assertThat(buckets.remembered()).isLessThanOrEqualTo(4);

        assertThat(buckets.take("late", 2 * SECOND)).isZero();

        assertThat(buckets.remembered()).isLessThanOrEqualTo(2);
    }

    @Property(tries = 200)
    void no_span_of_time_lets_more_through_than_burst_and_rate(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 200) Integer> pausesInMilliseconds) {
        var buckets = new TokenBuckets(perSecond, burst, 10);
        long now = 0;
        int taken = 0;
        for (int pause : pausesInMilliseconds) {
            now += Duration.ofMillis(pause).toNanos();
            if (buckets.take("alice", now).isZero()) {
                taken++;
            }
        }

        assertThat(taken).isLessThanOrEqualTo((int) Math.ceil(burst + (double) now * perSecond / SECOND) + 1);
    }
}
