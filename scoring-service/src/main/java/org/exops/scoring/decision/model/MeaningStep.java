package org.exops.scoring.decision.model;

import java.util.List;
import org.exops.scoring.statistics.model.Estimate;

/** Step 5. Business meaning before significance: when not even the upper bound of S reaches δ, more evidence is wasted. */
final class MeaningStep implements TreatmentStep {
    @Override
    public Ruling rule(Trial trial) {
        Estimate score = trial.scoreAfterBurnIn();
        double upper = trial.sequence().upper(score);
        double worthwhile = trial.plan().worth().minimumScore();
        String value = "upper bound of the score " + Wording.points(upper);
        String threshold = "at least " + Wording.points(worthwhile);
        if (upper >= worthwhile) {
            return Ruling.passed("MEANING", value, threshold);
        }
        Reason reason = new Reason(
                "NO_WORTHWHILE_DIFFERENCE",
                "The score is at most " + Wording.points(upper) + " points; a change is worthwhile from "
                        + Wording.points(worthwhile));
        return Ruling.answered(
                new StepRecord("MEANING", reason.code(), value, threshold),
                new Ruling.Answer(Status.SCORED, EndStep.byProbabilityOfLoss(score), List.of(reason)));
    }
}
