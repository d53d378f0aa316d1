package org.exops.window.lease.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What those who wait in a settled tree may expect. */
public record Outlook(Settled settled, Map<UUID, Instant> earliestStarts) {

    public static Outlook of(Settled settled) {
        return new Outlook(settled, Forecast.earliestStarts(settled.tree()));
    }

    public Standing of(Admission admission) {
        return admission.status() == AdmissionStatus.QUEUED
                ? new Standing(admission, settled.place(admission.id()), earliestStarts.get(admission.id()))
                : Standing.settled(admission);
    }
}
