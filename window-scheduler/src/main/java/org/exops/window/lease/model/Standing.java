package org.exops.window.lease.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An admission as its owner wants to see it.
 *
 * @param earliestStart if everybody before it stays to the end; absent when it does not stand in the line, or starts too far away
 */
public record Standing(
        Admission admission, Place place, @Nullable Instant earliestStart) {

    /** An admission that does not wait. */
    public static Standing settled(Admission admission) {
        return new Standing(admission, Place.NONE, null);
    }

    public List<Reason> reasons() {
        return admission.status() == AdmissionStatus.QUEUED ? place.reasons() : admission.reasons();
    }
}
