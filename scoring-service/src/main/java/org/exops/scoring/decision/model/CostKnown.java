package org.exops.scoring.decision.model;

import java.util.Optional;

/** A score without its cost part proves nothing, unless cost has no weight. */
final class CostKnown implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        boolean needed = trial.plan().strategy().kappaCost() != 0;
        return needed && trial.scores().costUnknown() ? Optional.of(sentence(trial)) : Optional.empty();
    }

    static Reason sentence(Trial trial) {
        return new Reason(
                "COST_UNKNOWN",
                Wording.count(trial.pair().score().n()) + " of "
                        + Wording.count(trial.pair().quality().n())
                        + " scored pairs have a cost in both arms; below " + Wording.percent(Rules.COVERAGE)
                        + " the score stands without its cost part");
    }
}
