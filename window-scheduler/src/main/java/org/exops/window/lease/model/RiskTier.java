package org.exops.window.lease.model;

/** How much an experiment puts at risk, as the registry derived it. */
public enum RiskTier {
    LOW,
    ELEVATED,
    HIGH
}
