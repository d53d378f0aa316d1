package org.exops.registry.experiment.model;

/** What happened to an experiment, for its history and for its neighbours. */
public enum Change {
    CREATED,
    EDITED,
    REGISTERED,
    STATUS_CHANGED,
    ADMISSION_RECORDED,
    RISK_RAISED,
    DECIDED,
    WITHDRAWN
}
