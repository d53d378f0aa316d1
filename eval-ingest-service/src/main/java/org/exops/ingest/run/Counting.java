package org.exops.ingest.run;

/** Whoever counts runs: it looks by itself from time to time, and at once when told. */
public interface Counting {
    /** There is something to count. */
    void wake();
}
