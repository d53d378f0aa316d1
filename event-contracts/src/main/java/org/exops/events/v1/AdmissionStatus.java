package org.exops.events.v1;

/** Where an admission stands. */
public enum AdmissionStatus {
    QUEUED,
    GRANTED,
    DRAINING,
    SUSPENDED,
    RELEASED,
    DENIED
}
