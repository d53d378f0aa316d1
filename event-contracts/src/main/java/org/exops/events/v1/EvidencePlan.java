package org.exops.events.v1;

/** Which evidence decides. */
public enum EvidencePlan {
    OFFLINE,
    PRODUCTION,
    BOTH
}
