package org.exops.events.v1;

/** What a verdict is. */
public enum VerdictStatus {
    BLOCKED,
    INVALID,
    COLLECTING,
    SCORED
}
