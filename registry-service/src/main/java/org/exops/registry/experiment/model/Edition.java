package org.exops.registry.experiment.model;

import java.time.Instant;

/** Which revision of an experiment this is; revisions grow by one. */
public record Edition(long revision, Instant createdAt, Instant changedAt) {

    static Edition first(Instant now) {
        return new Edition(1, now, now);
    }

    Edition next(Instant now) {
        return new Edition(revision + 1, createdAt, now);
    }
}
