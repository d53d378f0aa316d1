package org.exops.registry.verdict.model;

/** What a verdict is. */
public enum VerdictStatus {
    BLOCKED,
    INVALID,
    COLLECTING,
    SCORED;

    /** Whether evidence is too weak or too broken to carry a rollout by itself. */
    public boolean isInconclusive() {
        return this == COLLECTING || this == INVALID;
    }
}
