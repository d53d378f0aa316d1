package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Optional;

/** (c) Every guardrail and protected segment is proven no worse than its margin, each at its own full α. */
final class NoRegression implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        List<String> unproven = trial.guardrails().stream()
                .filter(test -> !test.proven(trial.deciding()))
                .map(test -> test.label() + " (margin " + Wording.size(test.margin()) + " points)")
                .toList();
        return unproven.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        "GUARDRAIL_NOT_PROVEN", "Not proven to be no worse: " + String.join("; ", unproven)));
    }
}
