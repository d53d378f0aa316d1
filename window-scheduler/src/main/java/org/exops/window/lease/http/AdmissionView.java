package org.exops.window.lease.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Lease;
import org.exops.window.lease.model.Reason;
import org.exops.window.lease.model.RiskTier;
import org.exops.window.lease.model.Standing;
import org.jspecify.annotations.Nullable;

/**
 * An admission as it stands.
 *
 * @param experiment the key
 * @param lease the newest one; null before the first grant
 * @param position in the line, from 1; null when it does not stand there
 * @param reasons why it waits, was suspended, released or denied
 * @param earliestStart if everybody before it stays to the end; null when nobody can say
 */
record AdmissionView(
        String experiment,
        UUID experimentId,
        String surface,
        String team,
        RiskTier tier,
        AdmissionStatus status,
        String requestedBy,
        Instant requestedAt,
        List<String> approvedBy,
        @Nullable LeaseView lease,
        @Nullable Integer position,
        List<ReasonView> reasons,
        @Nullable Instant earliestStart) {

    /** One stay; {@code expiresAt} is planned while it runs and actual once it has ended. */
    record LeaseView(long fencingToken, int slot, Instant grantedAt, Instant expiresAt) {
        static @Nullable LeaseView from(@Nullable Lease lease) {
            return lease == null
                    ? null
                    : new LeaseView(lease.fencingToken(), lease.slot().number(), lease.from(), lease.until());
        }
    }

    /** A code for programs and a sentence for people. */
    record ReasonView(Reason.Code code, String text) {
        static ReasonView from(Reason reason) {
            return new ReasonView(reason.code(), reason.text());
        }
    }

    static AdmissionView from(Standing standing) {
        Admission admission = standing.admission();
        return new AdmissionView(
                admission.experiment().key(),
                admission.id(),
                admission.experiment().surface().value(),
                admission.experiment().team(),
                admission.experiment().terms().tier(),
                admission.status(),
                admission.request().by(),
                admission.request().at(),
                admission.approvals().stream().map(Approval::by).toList(),
                LeaseView.from(admission.lease()),
                standing.place().position(),
                standing.reasons().stream().map(ReasonView::from).toList(),
                standing.earliestStart());
    }
}
