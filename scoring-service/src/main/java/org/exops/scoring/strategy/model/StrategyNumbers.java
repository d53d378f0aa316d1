package org.exops.scoring.strategy.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a strategy says.
 *
 * @param kappaCost weight of cost, 1 is economically neutral
 * @param kappaRisk weight of risk, never below the neutral 1
 * @param minimumProbability P(S ≥ δ) that a rollout needs
 */
public record StrategyNumbers(double kappaCost, double kappaRisk, double minimumProbability) {
    private static final double MOST = 1000;

    /** What is wrong, by field; empty for numbers that a strategy may have. */
    public Map<String, String> breaches() {
        Map<String, String> breaches = new LinkedHashMap<>();
        if (!(kappaCost >= 0 && kappaCost <= MOST)) {
            breaches.put("kappaCost", "must be from 0 to 1000");
        }
        if (!(kappaRisk >= 1 && kappaRisk <= MOST)) {
            breaches.put("kappaRisk", "must be from 1 to 1000: a strategy never discounts harm");
        }
        if (!(minimumProbability > 0 && minimumProbability < 1)) {
            breaches.put("minimumProbability", "must lie between 0 and 1");
        }
        return breaches;
    }
}
