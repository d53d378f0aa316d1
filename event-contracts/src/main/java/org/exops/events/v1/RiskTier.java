package org.exops.events.v1;

/** How much an experiment puts at risk; derived, never only declared. */
public enum RiskTier {
    LOW,
    ELEVATED,
    HIGH
}
