package org.exops.scoring.verdict.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times at which an experiment is looked at although nothing arrives, and how soon after another a look may be.
 *
 * @param minimumReachedAt end of the minimum duration; says nothing before there is evidence
 * @param deadlineAt end of the plan
 */
public record LookTimes(Instant minimumReachedAt, Instant deadlineAt, boolean evidence) {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Whether a time of the plan has come since the last look. */
    public boolean cameSince(@Nullable Instant lookedAt, Instant now) {
        return next(lookedAt).filter(time -> !time.isAfter(now)).isPresent();
    }

    /** The first time of the plan that no look has covered. */
    public Optional<Instant> next(@Nullable Instant lookedAt) {
        return Stream.of(minimumReachedAt, deadlineAt)
                .filter(time -> evidence || time.equals(deadlineAt))
                .filter(time -> lookedAt == null || lookedAt.isBefore(time))
                .sorted()
                .findFirst();
    }

    /** At most one look a second: the earliest time for the next. */
    public static Instant earliest(@Nullable Instant lookedAt, Instant now) {
        if (lookedAt == null || !lookedAt.plus(PAUSE).isAfter(now)) {
            return now;
        }
        return lookedAt.plus(PAUSE);
    }
}
