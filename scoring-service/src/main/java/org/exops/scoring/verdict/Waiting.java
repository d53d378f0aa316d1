package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads again at every signal until what is read satisfies, or time is up; no thread waits. */
@ApplicationScoped
class Waiting {
    // A signal that was lost with its connection costs this much, no more.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final VerdictSignal signal;
    private final Clock clock;

    Waiting(VerdictSignal signal, Clock clock) {
        this.signal = signal;
        this.clock = clock;
    }

    <T> Uni<T> until(Supplier<Uni<T>> reading, Predicate<T> satisfied, Duration wait) {
        return read(reading, satisfied, clock.instant().plus(wait));
    }

    private <T> Uni<T> read(Supplier<Uni<T>> reading, Predicate<T> satisfied, Instant end) {
        return Uni.createFrom().deferred(() -> {
            Uni<Void> next = signal.next(LONGEST_PAUSE);
            return reading.get().chain(value -> {
                Duration left = Duration.between(clock.instant(), end);
                if (satisfied.test(value) || left.isNegative() || left.isZero()) {
                    return Uni.createFrom().item(value);
                }
                Uni<Void> pause = left.compareTo(LONGEST_PAUSE) < 0 ? signal.next(left) : next;
                return pause.chain(() -> read(reading, satisfied, end));
            });
        });
    }
}
