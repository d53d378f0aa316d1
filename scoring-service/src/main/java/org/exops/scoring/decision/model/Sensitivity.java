package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exops.scoring.statistics.model.BreakEven;
import org.exops.scoring.statistics.model.ClusteredMean;
import org.exops.scoring.statistics.model.ConfidenceSequence;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.Interval;
import org.exops.scoring.statistics.model.Published;

/**
 * How one treatment's score depends on the weights.
 *
 * @param grid S over κ × {¼, ½, 1, 2, 4}²
 * @param presets what each built-in strategy would recommend
 */
public record Sensitivity(
        String treatment, List<GridPoint> grid, List<PresetOutcome> presets, BreakEven breakEven, String text) {
    private static final List<Double> FACTORS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
    private static final double LEVEL = 0.95;

    /** S at multiples of the pinned κ, with its always-valid 95% interval. */
    public record GridPoint(double costFactor, double riskFactor, double value, Interval interval) {}

    /** What a built-in strategy would recommend. */
    public record PresetOutcome(String strategy, double value, Recommendation recommendation) {}

    /** Absent while there is no estimate of S. */
    static Optional<Sensitivity> of(Docket docket, String treatment, Presets presets) {
        Trial trial = new Trial(docket, treatment);
        if (trial.score().isEmpty()) {
            return Optional.empty();
        }
        BreakEven breakEven = breakEven(trial);
        return Optional.of(new Sensitivity(
                treatment, grid(trial), presets.outcomes(docket, treatment), breakEven, text(trial, breakEven)));
    }

    /** λ_cost* = (ΔQ − λ_risk·ΔRisk)/ΔCost, where S is 0. */
    static BreakEven breakEven(Trial trial) {
        Weights weights = Weights.of(trial.plan().strategy(), trial.plan().worth());
        double reference = trial.plan().worth().referenceCost();
        return trial.scores()
                .mean()
                .map(mean -> BreakEven.of(means(mean, weights.riskPerUsd(), reference), LEVEL))
                .orElse(new BreakEven(null, null, null, true));
    }

    private static BreakEven.Means means(ClusteredMean mean, double riskPerUsd, double reference) {
        Estimate benefit = mean.project(1, 0, -riskPerUsd);
        Estimate cost = mean.project(0, 1 / reference, 0);
        double covariance = (mean.covariance(0, 1) - riskPerUsd * mean.covariance(1, 2)) / reference;
        return new BreakEven.Means(
                benefit.value(),
                cost.value(),
                benefit.standardError() * benefit.standardError(),
                cost.standardError() * cost.standardError(),
                covariance);
    }

    private static List<GridPoint> grid(Trial trial) {
        ConfidenceSequence sequence =
                new ConfidenceSequence(Rules.SHOWN_ALPHA, trial.plan().demand().requiredUnits());
        List<GridPoint> points = new ArrayList<>();
        for (double cost : FACTORS) {
            for (double risk : FACTORS) {
                Estimate score = trial.scores()
                        .score(trial.plan().strategy().scaled(cost, risk))
                        .orElseThrow();
                points.add(new GridPoint(cost, risk, Published.of(score.value()), sequence.interval(score)));
            }
        }
        return List.copyOf(points);
    }

    private static String text(Trial trial, BreakEven breakEven) {
        String sign = trial.score().orElseThrow().value() > 0 ? "above" : "not above";
        double lambda =
                Weights.of(trial.plan().strategy(), trial.plan().worth()).lambdaCost();
        Double turning = breakEven.value();
        if (turning == null || lambda == 0) {
            return "The score stays " + sign + " 0 at every weight of cost";
        }
        return "The score stays " + sign + " 0 unless cost matters " + Wording.number(turning / lambda)
                + " times as much as in " + trial.plan().strategy().name();
    }
}
