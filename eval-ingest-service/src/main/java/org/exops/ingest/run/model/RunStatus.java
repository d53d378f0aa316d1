package org.exops.ingest.run.model;

/** Where a run stands. */
public enum RunStatus {
    /** Its experiment is not known yet. */
    PARKED,
    /** Durable, and on its way into the sums. */
    RECEIVED,
    /** Counted, whole. */
    COMMITTED,
    /** It does not count. */
    REJECTED
}
