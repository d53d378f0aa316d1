package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Optional;

/**
 * (d) No segment is flagged. What e-BH flags has been answered as harm before; at the deciding look Benjamini-Hochberg has the
 * last word.
 */
final class NoFlaggedSegment implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        List<MarginTest> flagged = trial.deciding() ? trial.segments().regressedAtTheEnd() : List.of();
        return flagged.stream().findFirst().map(first -> {
            Reason reason = Segments.regression(first);
            String others = flagged.size() == 1 ? "" : "; so did " + (flagged.size() - 1) + " more";
            return new Reason(reason.code(), reason.text() + others);
        });
    }
}
