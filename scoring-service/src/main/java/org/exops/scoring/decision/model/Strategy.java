package org.exops.scoring.decision.model;

import java.util.List;

/**
 * A named, versioned weight of cost and risk against quality.
 *
 * @param kappaCost 1 is economically neutral
 * @param kappaRisk 1 is economically neutral
 * @param minimumProbability P(S ≥ δ) that a rollout needs
 */
public record Strategy(String name, long version, double kappaCost, double kappaRisk, double minimumProbability) {

    /** The strategies that exist from the first start. */
    public static final List<Strategy> BUILT_IN = List.of(
            new Strategy("growth", 1, 0.5, 1, 0.5),
            new Strategy("margin", 1, 2, 1, 0.7),
            new Strategy("safety", 1, 1, 4, 0.8));

    /** The strategy whose weights are these λ at what the outcome is worth. */
    public static Strategy ofLambdas(Strategy like, Plan.Worth worth, double lambdaCost, double lambdaRisk) {
        return new Strategy(
                "simulation",
                0,
                lambdaCost * worth.perSuccess() / worth.referenceCost(),
                lambdaRisk * worth.perSuccess() / worth.riskBudget(),
                like.minimumProbability());
    }

    /** Whether the numbers are the same, whatever the names. */
    boolean weighsAs(Strategy other) {
        return kappaCost == other.kappaCost
                && kappaRisk == other.kappaRisk
                && minimumProbability == other.minimumProbability;
    }

    Strategy scaled(double costFactor, double riskFactor) {
        return new Strategy(name, version, kappaCost * costFactor, kappaRisk * riskFactor, minimumProbability);
    }
}
