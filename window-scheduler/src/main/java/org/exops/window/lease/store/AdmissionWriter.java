package org.exops.window.lease.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.exops.kit.json.EventJson;
import org.exops.window.lease.Pipeline;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.Lease;
import org.exops.window.lease.model.Reason;
import org.jspecify.annotations.Nullable;

/** Writes one change: the slot, the admission, its approvals. */
@RegisterForReflection(targets = Reason.class) // written as JSON; the model knows no framework
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
        List<Uni<Void>> statements = new ArrayList<>();
        Admission before = change.before();
        Admission after = change.after();
        if (change.movesSlot() && before != null && before.status().holdsSlot()) {
            statements.add(execute(connection, END_HOLDING, before.id(), at(now)));
        }
        if (change.movesSlot() && after.status().holdsSlot()) {
            statements.add(hold(connection, after));
        }
        statements.add(keepAdmission(connection, after, now));
        if (change.isNewRequest()) {
            statements.add(execute(connection, FORGET_APPROVALS, after.id()));
        }
        change.newApprovals().forEach(approval -> statements.add(approve(connection, after, approval)));
        return Pipeline.inOrder(statements);
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
