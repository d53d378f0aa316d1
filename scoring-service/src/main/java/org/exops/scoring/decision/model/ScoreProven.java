package org.exops.scoring.decision.model;

import java.util.Optional;
import org.exops.scoring.statistics.model.Estimate;

/** (a) The lower bound of S lies above 0 under the hybrid spend. */
final class ScoreProven implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        double lower = lower(trial);
        return lower > 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        "SCORE_NOT_PROVEN",
                        "The score is "
                                + Wording.points(trial.scoreAfterBurnIn().value()) + " points, but its lower bound "
                                + Wording.points(lower) + " is not above 0"));
    }

    static double lower(Trial trial) {
        Estimate score = trial.scoreAfterBurnIn();
        return trial.deciding()
                ? trial.spend().decidingLower(score)
                : trial.spend().earlyLower(score);
    }

    static Reason sentence(Trial trial) {
        Estimate score = trial.scoreAfterBurnIn();
        return new Reason(
                "SCORE_PROVEN",
                "The score gained " + Wording.points(score.value()) + " points over " + Wording.count(score.n())
                        + " paired cases; its lower bound " + Wording.points(lower(trial))
                        + " is above 0 at an error of "
                        + Wording.percent(trial.spend().alpha()) + " over all looks");
    }
}
