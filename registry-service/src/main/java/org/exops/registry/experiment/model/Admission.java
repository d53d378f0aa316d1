package org.exops.registry.experiment.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the right of an experiment to run.
 *
 * @param revision of the admission; grows
 * @param what the change, as the scheduler names it
 * @param lease the newest one; absent before the first grant
 */
public record Admission(
        long revision,
        String what,
        Instant at,
        AdmissionNews.Standing standing,
        @Nullable Lease lease,
        List<String> people,
        List<String> reasons) {
    public Admission {
        people = List.copyOf(people);
        reasons = List.copyOf(reasons);
    }

    /** The news that this is to somebody who knew {@code before}. */
    public AdmissionNews after(@Nullable Admission before) {
        Lease known = before == null ? null : before.lease;
        boolean newLease = lease != null && (known == null || known.fencingToken() < lease.fencingToken());
        return new AdmissionNews(standing, newLease);
    }

    /** Whether {@code before} is as new or newer, so that this is told too late. */
    public boolean isStaleAfter(@Nullable Admission before) {
        return before != null && before.revision >= revision;
    }

    /** The change with its reasons, in one line. */
    public String summary() {
        return reasons.isEmpty() ? what : what + ": " + String.join("; ", reasons);
    }

    /** One stay on a surface; {@code until} is absent while no end is planned. */
    public record Lease(
            int slot,
            long fencingToken,
            Instant from,
            @Nullable Instant until) {}
}
