package org.exops.registry.strategy.model;

import java.util.List;

/**
 * The numbers of one published version of a strategy.
 *
 * @param kappaCost 1 is economically neutral
 * @param kappaRisk 1 is economically neutral, never below
 * @param minimumProbability P(S ≥ δ) that a rollout needs
 */
public record Strategy(String name, long version, double kappaCost, double kappaRisk, double minimumProbability) {
    /** Scoring publishes these at its first start; without them nothing can be registered. */
    public static final List<String> BUILT_IN = List.of("growth", "margin", "safety");
}
