package org.exops.window.lease.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.exops.events.v1.AdmissionChange;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Reason;
import org.exops.events.v1.RiskTier;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.window.lease.AdmissionFeed;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.Lease;
import org.jspecify.annotations.Nullable;

/** Publishes the whole admission at every change. */
@ApplicationScoped
class OutboxAdmissionFeed implements AdmissionFeed {
    private final Outbox outbox;

    OutboxAdmissionFeed(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(SqlConnection connection, Change change, Instant at) {
        return outbox.append(
                ConnectionSql.of(connection),
                EventTypes.ADMISSION,
                change.after().id().toString(),
                snapshot(change, at));
    }

    private static AdmissionSnapshot snapshot(Change change, Instant at) {
        Admission admission = change.after();
        return new AdmissionSnapshot(
                admission.id(),
                admission.experiment().key(),
                admission.revision(),
                what(admission),
                at,
                admission.experiment().surface().value(),
                admission.experiment().team(),
                tier(admission),
                status(admission),
                lease(admission.lease()),
                admission.request().by(),
                admission.approvals().stream().map(Approval::by).toList(),
                change.reasons().stream()
                        .map(reason -> new Reason(reason.code().name(), reason.text()))
                        .toList());
    }

    private static AdmissionChange what(Admission admission) {
        return switch (admission.status()) {
            case QUEUED -> AdmissionChange.QUEUED;
            case GRANTED -> AdmissionChange.GRANTED;
            case SUSPENDED -> AdmissionChange.SUSPENDED;
            case RELEASED -> AdmissionChange.RELEASED;
            case DENIED -> AdmissionChange.DENIED;
        };
    }

    private static AdmissionStatus status(Admission admission) {
        return switch (admission.status()) {
            case QUEUED -> AdmissionStatus.QUEUED;
            case GRANTED -> AdmissionStatus.GRANTED;
            case SUSPENDED -> AdmissionStatus.SUSPENDED;
            case RELEASED -> AdmissionStatus.RELEASED;
            case DENIED -> AdmissionStatus.DENIED;
        };
    }

    private static RiskTier tier(Admission admission) {
        return switch (admission.experiment().terms().tier()) {
            case LOW -> RiskTier.LOW;
            case ELEVATED -> RiskTier.ELEVATED;
            case HIGH -> RiskTier.HIGH;
        };
    }

    private static AdmissionSnapshot.@Nullable Lease lease(@Nullable Lease lease) {
        return lease == null
                ? null
                : new AdmissionSnapshot.Lease(
                        lease.slot().number(), lease.fencingToken(), lease.from(), lease.until(), null, null);
    }
}
