package org.exops.registry.experiment.model;

import java.util.Optional;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Shows that nothing was observed yet, as far as the newest verdict tells: what was ingested since, or before the first
 * verdict, is not seen here.
 */
public final class NoEvidence {
    private NoEvidence() {}

    /** Empty when there is evidence. */
    public static Optional<NoEvidence> in(@Nullable Verdict newest) {
        return newest != null && newest.hasEvidence() ? Optional.empty() : Optional.of(new NoEvidence());
    }
}
