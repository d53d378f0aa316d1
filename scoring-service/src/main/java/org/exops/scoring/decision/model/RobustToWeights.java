package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Optional;
import org.exops.scoring.statistics.model.Estimate;

/** (f) S − δ keeps its sign when either weight is halved or doubled; otherwise a person should look at the weights. */
final class RobustToWeights implements ProofCondition {
    static final String CODE = "WEIGHTS_DECIDE";
    private static final List<Double> FACTORS = List.of(0.5, 1.0, 2.0);

    @Override
    public Optional<Reason> unmet(Trial trial) {
        boolean pinned = worthwhile(trial, trial.plan().strategy());
        for (double cost : FACTORS) {
            for (double risk : FACTORS) {
                if (worthwhile(trial, trial.plan().strategy().scaled(cost, risk)) != pinned) {
                    return Optional.of(reason(trial, cost, risk));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean worthwhile(Trial trial, Strategy strategy) {
        Estimate score = trial.scores().score(strategy).orElseThrow();
        return score.below(0) > trial.plan().worth().minimumScore();
    }

    private static Reason reason(Trial trial, double cost, double risk) {
        Double breakEven = Sensitivity.breakEven(trial).value();
        return new Reason(
                CODE,
                "Whether the change is worthwhile depends on the weights: it turns at cost × " + Wording.number(cost)
                        + ", risk × " + Wording.number(risk) + "; the score is 0 at a cost weight of "
                        + (breakEven == null ? "no price" : Wording.number(breakEven)));
    }
}
