package org.exops.registry.experiment.model;

/** How much an experiment puts at risk; derived, never only declared. */
public enum RiskTier {
    LOW,
    ELEVATED,
    HIGH;

    public RiskTier raised() {
        return this == LOW ? ELEVATED : HIGH;
    }

    public boolean above(RiskTier other) {
        return compareTo(other) > 0;
    }
}
