package org.exops.scoring.decision.model;

import java.util.Optional;

/** (b) P(S ≥ δ) reaches the strategy's minimum. */
final class WorthwhileProbable implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        double worthwhile = trial.plan().worth().minimumScore();
        double probability = trial.scoreAfterBurnIn().probabilityAtLeast(worthwhile);
        double minimum = trial.plan().strategy().minimumProbability();
        return probability >= minimum
                ? Optional.empty()
                : Optional.of(new Reason(
                        "NOT_PROBABLY_WORTHWHILE",
                        "A score of at least " + Wording.points(worthwhile) + " points has probability "
                                + Wording.percent(probability) + "; the strategy asks for "
                                + Wording.percent(minimum)));
    }
}
