package org.exops.registry.variant.model;

/** Who must approve a call of a tool, from loosest to strictest. */
public enum Approval {
    NONE,
    POLICY,
    HUMAN;

    public boolean looserThan(Approval other) {
        return compareTo(other) < 0;
    }

    public static Approval loosest(Approval one, Approval other) {
        return one.looserThan(other) ? one : other;
    }
}
