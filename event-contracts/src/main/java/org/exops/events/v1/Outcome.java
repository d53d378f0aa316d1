package org.exops.events.v1;

/** What an owner decided. */
public enum Outcome {
    ROLLOUT,
    ITERATE,
    ROLLBACK
}
