package org.exops.registry.experiment.model;

/** Where an experiment stands. */
public enum Status {
    DRAFT,
    REGISTERED,
    QUEUED,
    RUNNING,
    SUSPENDED,
    CONCLUDED,
    WITHDRAWN
}
