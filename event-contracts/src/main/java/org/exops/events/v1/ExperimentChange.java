package org.exops.events.v1;

/** What changed an experiment. */
public enum ExperimentChange {
    REGISTERED,
    STATUS_CHANGED,
    RISK_RAISED,
    DECIDED,
    WITHDRAWN
}
