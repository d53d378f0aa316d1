package org.exops.events.v1;

/** What changed the evidence. */
public enum EvidenceChange {
    AGGREGATED
}
