package org.exops.registry.experiment.model;

import org.exops.registry.verdict.model.Recommendation;

/** What an owner decides, from boldest to most cautious. */
public enum Outcome {
    ROLLOUT,
    ITERATE,
    ROLLBACK;

    /** What a recommendation amounts to: to go on collecting is no reason to roll out. */
    public static Outcome of(Recommendation recommendation) {
        return switch (recommendation) {
            case ROLLOUT -> ROLLOUT;
            case CONTINUE, ITERATE -> ITERATE;
            case ROLLBACK -> ROLLBACK;
        };
    }

    public boolean bolderThan(Outcome other) {
        return compareTo(other) < 0;
    }

    /** Whether what was tried did not make it. */
    public boolean isFailure() {
        return this != ROLLOUT;
    }
}
