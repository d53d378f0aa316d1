package org.exops.events.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of an experiment to run on a surface, and how it stands.
 *
 * @param experimentId the record key
 * @param experiment the experiment's key
 * @param lease the newest one; its {@code until} is planned while it runs and actual once it has ended
 */
public record AdmissionSnapshot(
        UUID experimentId,
        String experiment,
        long revision,
        AdmissionChange what,
        Instant at,
        String surface,
        String team,
        RiskTier tier,
        AdmissionStatus status,
        @Nullable Lease lease,
        String requestedBy,
        List<String> approvedBy,
        List<Reason> reasons)
        implements StateSnapshot {

    /**
     * One stay on a surface.
     *
     * @param fencingToken grows with every lease of the surface
     * @param until absent while no end is planned
     * @param occurrenceId the window occurrence that a high-risk lease stands in
     */
    public record Lease(
            int slot,
            long fencingToken,
            Instant from,
            @Nullable Instant until,
            @Nullable String occurrenceId,
            @Nullable String windowId) {}
}
