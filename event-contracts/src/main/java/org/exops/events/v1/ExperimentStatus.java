package org.exops.events.v1;

/** Where an experiment stands; drafts are not published. */
public enum ExperimentStatus {
    DRAFT,
    REGISTERED,
    QUEUED,
    RUNNING,
    SUSPENDED,
    CONCLUDED,
    WITHDRAWN
}
