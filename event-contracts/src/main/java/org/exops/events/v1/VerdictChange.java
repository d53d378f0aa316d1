package org.exops.events.v1;

/** What changed a verdict. */
public enum VerdictChange {
    COMPUTED,
    BLOCKED
}
