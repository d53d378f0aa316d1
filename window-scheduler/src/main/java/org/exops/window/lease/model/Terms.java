package org.exops.window.lease.model;

import java.time.Instant;

/**
 * The terms on which an experiment asks to run.
 *
 * @param deadline the end of its plan, and so of every lease
 */
public record Terms(RiskTier tier, PriorityClass priority, Sharing sharing, Instant deadline) {
    public boolean isHighRisk() {
        return tier == RiskTier.HIGH;
    }
}
