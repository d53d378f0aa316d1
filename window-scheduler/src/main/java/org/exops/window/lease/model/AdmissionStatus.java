package org.exops.window.lease.model;

/** Where an admission stands. */
public enum AdmissionStatus {
    QUEUED,
    GRANTED,
    /** Not running; its slot is reserved. */
    SUSPENDED,
    RELEASED,
    DENIED;

    public boolean holdsSlot() {
        return this == GRANTED || this == SUSPENDED;
    }

    /** Whether it waits or holds; the others are history. */
    public boolean isStanding() {
        return this == QUEUED || holdsSlot();
    }
}
