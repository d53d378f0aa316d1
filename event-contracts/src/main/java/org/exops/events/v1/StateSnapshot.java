package org.exops.events.v1;

/** A full snapshot of one aggregate; a consumer keeps the highest revision and ignores the rest. */
public interface StateSnapshot {
    /** Grows with every change of the aggregate; the first is 1. */
    long revision();
}
