package org.exops.events.v1;

/** How one case ended. */
public enum CaseStatus {
    OK,
    FAILED,
    ERROR,
    UNSCORED
}
