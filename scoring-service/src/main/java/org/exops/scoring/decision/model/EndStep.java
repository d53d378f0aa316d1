package org.exops.scoring.decision.model;

import java.util.List;
import org.exops.scoring.statistics.model.Estimate;

/** Step 7. After N, or at the deadline, an unproven change goes back; until then it goes on. */
final class EndStep implements TreatmentStep {
    @Override
    public Ruling rule(Trial trial) {
        long required = trial.plan().demand().requiredUnits();
        String value = Wording.count(trial.scores().n()) + " paired cases";
        String threshold = Wording.count(required) + " or the deadline "
                + trial.plan().schedule().deadlineAt();
        if (!trial.enoughUnits() && !trial.docket().deadlinePassed()) {
            List<Reason> reasons = SizeNote.of(trial).map(List::of).orElseGet(() -> List.of(open(trial)));
            return Ruling.answered(
                    new StepRecord("END", "OPEN", value, threshold),
                    new Ruling.Answer(Status.SCORED, Recommendation.CONTINUE, reasons));
        }
        Estimate score = trial.scoreAfterBurnIn();
        return Ruling.answered(
                new StepRecord("END", "REACHED", value, threshold),
                new Ruling.Answer(Status.SCORED, byProbabilityOfLoss(score), List.of(ended(score))));
    }

    /** A change that is probably a loss goes back entirely, any other goes back to work. */
    static Recommendation byProbabilityOfLoss(Estimate score) {
        return score.probabilityBelow(0) >= Rules.LIKELY_HARMFUL ? Recommendation.ROLLBACK : Recommendation.ITERATE;
    }

    private static Reason ended(Estimate score) {
        return new Reason(
                "END_REACHED",
                "A rollout was not proven; the score is negative with probability "
                        + Wording.percent(score.probabilityBelow(0)) + " (from " + Wording.percent(Rules.LIKELY_HARMFUL)
                        + " on: roll back)");
    }

    private static Reason open(Trial trial) {
        long more = trial.plan().demand().requiredUnits() - trial.scores().n();
        return new Reason("MORE_EVIDENCE", Wording.count(more) + " more paired cases until N");
    }
}
