package org.exops.registry.verdict.model;

/** What a verdict recommends. */
public enum Recommendation {
    ROLLOUT,
    CONTINUE,
    ITERATE,
    ROLLBACK
}
