package org.exops.events.v1;

/** What a verdict recommends. */
public enum Recommendation {
    ROLLOUT,
    CONTINUE,
    ITERATE,
    ROLLBACK
}
