package org.exops.scoring.decision.model;

/** What a verdict recommends, from the boldest to the most cautious. */
public enum Recommendation {
    ROLLOUT,
    CONTINUE,
    ITERATE,
    ROLLBACK;

    /** The more cautious of the two. */
    public Recommendation lowered(Recommendation other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
