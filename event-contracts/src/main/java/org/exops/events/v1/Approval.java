package org.exops.events.v1;

/** Who must approve a call of a tool, from loosest to strictest. */
public enum Approval {
    NONE,
    POLICY,
    HUMAN
}
