package org.exops.window.lease.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.exops.window.surface.model.Surface;
import org.jspecify.annotations.Nullable;

/**
 * The right of an experiment to run on its surface, and how it stands.
 *
 * @param revision of the stored state; 0 before it is stored for the first time
 * @param lease the newest one, running or ended
 * @param reasons why it stands so; empty while it waits, since then they are found anew at every look
 */
public record Admission(
        Experiment experiment,
        long revision,
        AdmissionStatus status,
        Request request,
        List<Approval> approvals,
        @Nullable Lease lease,
        List<Reason> reasons) {

    /** A request as it joins the queue, after an earlier stay or none. */
    static Admission requested(Experiment experiment, Request request, @Nullable Admission earlier) {
        return new Admission(
                experiment,
                earlier == null ? 0 : earlier.revision,
                AdmissionStatus.QUEUED,
                request,
                List.of(),
                earlier == null ? null : earlier.lease,
                List.of());
    }

    public UUID id() {
        return experiment.id();
    }

    /** When the slot it holds becomes free by itself. */
    Instant holdsUntil() {
        return experiment.terms().deadline();
    }

    /** The class it is ranked in: an unconfirmed safety fix counts as normal, and waiting raises. */
    PriorityClass rankedAt(Instant now) {
        PriorityClass asked = isUnconfirmedSafetyFix()
                ? PriorityClass.NORMAL
                : experiment.terms().priority();
        return asked.after(Duration.between(request.at(), now));
    }

    boolean isUnconfirmedSafetyFix() {
        return experiment.terms().priority() == PriorityClass.SAFETY_FIX && approvals.isEmpty();
    }

    /** Whether the surface belongs to another team none of whose approvers has agreed. */
    boolean lacksOwnersApproval(Surface surface) {
        return surface.team() != null
                && !surface.team().equals(experiment.team())
                && approvals.stream().noneMatch(approval -> Objects.equals(approval.team(), surface.team()));
    }

    Admission granted(Lease newLease) {
        return with(AdmissionStatus.GRANTED, newLease, List.of());
    }

    Admission suspended(Instant now, int highRiskNumber, Reason reason) {
        Lease running = Objects.requireNonNull(lease);
        return with(AdmissionStatus.SUSPENDED, running.endedAt(now).countedAsHighRisk(highRiskNumber), List.of(reason));
    }

    Admission released(Instant now, Reason reason) {
        return with(AdmissionStatus.RELEASED, lease == null ? null : lease.endedAt(now), List.of(reason));
    }

    Admission denied(Reason reason) {
        return with(AdmissionStatus.DENIED, lease, List.of(reason));
    }

    Admission approved(Approval approval) {
        List<Approval> all =
                Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new Admission(experiment, revision, status, request, all, lease, reasons);
    }

    Admission of(Experiment newer) {
        return new Admission(newer, revision, status, request, approvals, lease, reasons);
    }

    /** As it is stored after a change. */
    Admission revised() {
        return new Admission(experiment, revision + 1, status, request, approvals, lease, reasons);
    }

    private Admission with(AdmissionStatus newStatus, @Nullable Lease newLease, List<Reason> newReasons) {
        return new Admission(experiment, revision, newStatus, request, approvals, newLease, newReasons);
    }
}
