package org.exops.ingest.run.model;

/** How one case ended. */
public enum CaseStatus {
    OK,
    FAILED,
    ERROR,
    UNSCORED
}
