package org.exops.events.v1;

/** A condition that blocks before scoring. */
public enum Gate {
    PII_EXPOSURE,
    PRIVILEGE_ESCALATION,
    UNAPPROVED_SIDE_EFFECT
}
