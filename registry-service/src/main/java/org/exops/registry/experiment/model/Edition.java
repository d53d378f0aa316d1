package org.exops.registry.experiment.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which revision of an experiment this is; revisions grow by one. */
public record Edition(long revision, Instant createdAt, Instant changedAt) {

    static Edition first(Instant now) {
        return new Edition(1, kept(now), kept(now));
    }

    Edition next(Instant now) {
        return new Edition(revision + 1, createdAt, kept(now));
    }

    // As exactly as the database keeps it, so that an answer and a later reading agree.
    private static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
