package org.exops.events.v1;

/** What changed a strategy. */
public enum StrategyChange {
    PUBLISHED
}
