package org.exops.events.v1;

/** Where evidence was observed. */
public enum EvidenceSource {
    OFFLINE,
    PRODUCTION
}
