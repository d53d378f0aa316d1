package org.exops.window.lease.model;

import java.time.Instant;

/**
 * One stay on a surface, {@code [from, until)}.
 *
 * @param until planned while it runs, actual once it has ended
 */
public record Lease(Slot slot, long fencingToken, Instant from, Instant until) {

    /** The lease cut at {@code now}; what ended before stays as it ended. */
    public Lease endedAt(Instant now) {
        Instant end = now.isBefore(from) ? from : now;
        return end.isBefore(until) ? new Lease(slot, fencingToken, from, end) : this;
    }

    /** The same stay with its slot counted among the high-risk ones. */
    public Lease countedAsHighRisk(int number) {
        return new Lease(new Slot(slot.number(), number), fencingToken, from, until);
    }
}
