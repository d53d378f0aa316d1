package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exops.scoring.statistics.model.Estimate;

/**
 * Step 6. A rollout only if every condition holds. The one ordinary test is made at the first look with n ≥ N that comes this
 * far; it settles this step and the next, and later looks may only lower what it said.
 */
final class ProofStep implements TreatmentStep {
    static final String NAME = "PROOF";
    private static final String THRESHOLD = "every condition of a rollout";

    private final List<ProofCondition> conditions = List.of(
            new ScoreProven(),
            new WorthwhileProbable(),
            new NoRegression(),
            new NoFlaggedSegment(),
            new WithinBudget(),
            new RobustToWeights(),
            new CostKnown());

    @Override
    public Ruling rule(Trial trial) {
        Settlement settlement = trial.past().settlement();
        if (settlement != null) {
            return settled(trial, settlement);
        }
        List<Reason> unmet = conditions.stream()
                .map(condition -> condition.unmet(trial))
                .flatMap(Optional::stream)
                .toList();
        if (unmet.isEmpty()) {
            return Ruling.answered(
                    new StepRecord(NAME, "PROVEN", conditions.size() + " of " + conditions.size(), THRESHOLD),
                    new Ruling.Answer(Status.SCORED, Recommendation.ROLLOUT, List.of(ScoreProven.sentence(trial))));
        }
        String met = conditions.size() - unmet.size() + " of " + conditions.size();
        return Ruling.noted(new StepRecord(NAME, "NOT_PROVEN", met, THRESHOLD), unmet);
    }

    private static Ruling settled(Trial trial, Settlement settlement) {
        String units = Wording.count(settlement.units());
        Estimate score = trial.scoreAfterBurnIn();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                "SETTLED",
                "The one ordinary test was made at " + units + " paired cases and stands at "
                        + settlement.recommendation()
                        + ", which later looks may only lower; the score is now " + Wording.points(score.value())
                        + " points over " + Wording.count(score.n())));
        reasons.addAll(settlement.grounds());
        return Ruling.answered(
                new StepRecord(NAME, "SETTLED", "tested at " + units, THRESHOLD),
                new Ruling.Answer(Status.SCORED, settlement.recommendation(), List.copyOf(reasons)));
    }
}
