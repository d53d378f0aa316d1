package org.exops.window.lease.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One admission before and after a settlement.
 *
 * @param before as stored; absent for a first request
 * @param after with its new revision
 */
public record Change(@Nullable Admission before, Admission after, Place place) {

    boolean isReal() {
        return before == null
                || before.status() != after.status()
                || !Objects.equals(before.lease(), after.lease())
                || !before.request().equals(after.request())
                || !before.approvals().equals(after.approvals())
                || before.experiment().terms().tier()
                        != after.experiment().terms().tier();
    }

    /** Whether it asked again, so that what was approved before no longer counts. */
    public boolean isNewRequest() {
        return before != null && !before.request().equals(after.request());
    }

    /** Whether it stands elsewhere than before, and not only with another approval. */
    public boolean isTransition() {
        return before == null || before.status() != after.status() || isNewRequest();
    }

    /** Whether a slot or its reservation ended or began. */
    public boolean movesSlot() {
        return isTransition()
                && (after.status().holdsSlot()
                        || (before != null && before.status().holdsSlot()));
    }

    public List<Approval> newApprovals() {
        return after.approvals().stream()
                .filter(approval -> before == null || !before.approvals().contains(approval))
                .toList();
    }

    /** Why it stands so, at this moment. */
    public List<Reason> reasons() {
        return after.status() == AdmissionStatus.QUEUED ? place.reasons() : after.reasons();
    }
}
