package org.exops.scoring.decision.model;

import org.exops.scoring.statistics.model.Published;

/**
 * λ_cost = κ_c·C_ref/V and λ_risk = κ_r·R_ref/V, so that {@code S = ΔQuality − λ_cost·ΔCost − λ_risk·ΔRisk} with costs and risks
 * in units of their references.
 *
 * @param costPerUsd κ_c/V, what one dollar of cost takes from the score
 * @param riskPerUsd κ_r/V
 */
public record Weights(double lambdaCost, double lambdaRisk, double costPerUsd, double riskPerUsd) {

    public static Weights of(Strategy strategy, Plan.Worth worth) {
        return new Weights(
                Published.of(strategy.kappaCost() * worth.referenceCost() / worth.perSuccess()),
                Published.of(strategy.kappaRisk() * worth.riskBudget() / worth.perSuccess()),
                strategy.kappaCost() / worth.perSuccess(),
                strategy.kappaRisk() / worth.perSuccess());
    }
}
