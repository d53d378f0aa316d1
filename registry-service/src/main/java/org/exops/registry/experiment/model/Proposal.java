package org.exops.registry.experiment.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that somebody wants to take.
 *
 * @param verdictId the verdict that they have read
 * @param justification present when they ask to override
 */
public record Proposal(
        Outcome outcome,
        @Nullable String variant,
        String rationale,
        UUID verdictId,
        @Nullable String justification,
        Decision.Lessons lessons) {

    boolean overrides() {
        return justification != null;
    }
}
