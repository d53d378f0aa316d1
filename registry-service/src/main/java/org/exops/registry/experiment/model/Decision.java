package org.exops.registry.experiment.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owner did, on which verdict.
 *
 * @param variant the treatment that it speaks of; always present for a rollout
 * @param justification why it goes beyond the recommendation, in the name of a second person
 */
public record Decision(
        Outcome outcome,
        @Nullable String variant,
        String rationale,
        UUID verdictId,
        String decidedBy,
        Instant decidedAt,
        @Nullable String justification,
        Lessons lessons) {

    public boolean overrides() {
        return justification != null;
    }

    /** What was learned, in people's words. */
    public record Lessons(@Nullable String text, List<String> tags) {
        public Lessons {
            tags = List.copyOf(tags);
        }
    }
}
