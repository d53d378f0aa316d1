package org.exops.events.v1;

/** What changed an admission. */
public enum AdmissionChange {
    QUEUED,
    GRANTED,
    DRAINING,
    SUSPENDED,
    RESUMED,
    RELEASED,
    DENIED
}
