package org.exops.window.lease.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.exops.kit.json.EventJson;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.Lease;
import org.jspecify.annotations.Nullable;

/** Writes one change: the slot, the admission, its approvals. */
final class AdmissionWriter {
    private static final String END_HOLDING = """
            update holding set held_until = greatest(held_from, $2) where experiment_id = $1 and held_until > $2""";
    private static final String HOLD = """
            insert into holding (experiment_id, surface, slot, high_risk_slot, fencing_token, held_from, held_until)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String KEEP = """
            insert into admission (experiment_id, surface, revision, status, requested_by, requested_at, fencing_token, reasons,
                changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9)
            on conflict (experiment_id) do update set
                revision = excluded.revision, status = excluded.status, requested_by = excluded.requested_by,
                requested_at = excluded.requested_at, fencing_token = excluded.fencing_token, reasons = excluded.reasons,
                changed_at = excluded.changed_at""";
    private static final String FORGET_APPROVALS = "delete from admission_approval where experiment_id = $1";
    private static final String APPROVE = """
            insert into admission_approval (experiment_id, approved_by, team, approved_at) values ($1, $2, $3, $4)""";

    Uni<Void> keep(SqlConnection connection, Change change, Instant now) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        if (change.movesSlot()) {
            kept = moveSlot(connection, change, now);
        }
        kept = kept.chain(() -> keepAdmission(connection, change.after(), now));
        if (change.isNewRequest()) {
            kept = kept.chain(
                    () -> execute(connection, FORGET_APPROVALS, change.after().id()));
        }
        for (Approval approval : change.newApprovals()) {
            kept = kept.chain(() -> approve(connection, change.after(), approval));
        }
        return kept;
    }

    private static Uni<Void> moveSlot(SqlConnection connection, Change change, Instant now) {
        Admission before = change.before();
        Uni<Void> ended = before != null && before.status().holdsSlot()
                ? execute(connection, END_HOLDING, before.id(), at(now))
                : Uni.createFrom().voidItem();
        return change.after().status().holdsSlot() ? ended.chain(() -> hold(connection, change.after())) : ended;
    }

    // A suspended one's slot is reserved, without a token, to where the lease would have gone.
    private static Uni<Void> hold(SqlConnection connection, Admission admission) {
        Lease lease = Objects.requireNonNull(admission.lease());
        boolean running = admission.status() == AdmissionStatus.GRANTED;
        return execute(
                connection,
                HOLD,
                admission.id(),
                admission.experiment().surface().value(),
                lease.slot().number(),
                lease.slot().highRiskNumber(),
                running ? lease.fencingToken() : null,
                at(running ? lease.from() : lease.until()),
                at(admission.experiment().terms().deadline()));
    }

    private static Uni<Void> keepAdmission(SqlConnection connection, Admission admission, Instant now) {
        Lease lease = admission.lease();
        return execute(
                connection,
                KEEP,
                admission.id(),
                admission.experiment().surface().value(),
                admission.revision(),
                admission.status().name(),
                admission.request().by(),
                at(admission.request().at()),
                lease == null ? null : lease.fencingToken(),
                EventJson.text(admission.reasons()),
                at(now));
    }

    private static Uni<Void> approve(SqlConnection connection, Admission admission, Approval approval) {
        return execute(connection, APPROVE, admission.id(), approval.by(), approval.team(), at(approval.at()));
    }

    private static Uni<Void> execute(SqlConnection connection, String statement, @Nullable Object... arguments) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.from(Arrays.asList(arguments)))
                .replaceWithVoid();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
