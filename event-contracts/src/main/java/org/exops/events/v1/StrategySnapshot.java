package org.exops.events.v1;

import java.time.Instant;

/**
 * A published version of a strategy; the record key is its name, the revision its version.
 *
 * @param minimumProbability P(S ≥ δ) that a rollout needs
 */
public record StrategySnapshot(
        String name,
        long revision,
        StrategyChange what,
        Instant at,
        double kappaCost,
        double kappaRisk,
        double minimumProbability)
        implements StateSnapshot {}
