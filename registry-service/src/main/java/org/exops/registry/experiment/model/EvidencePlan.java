package org.exops.registry.experiment.model;

/** Which evidence decides. */
public enum EvidencePlan {
    OFFLINE,
    PRODUCTION,
    BOTH
}
