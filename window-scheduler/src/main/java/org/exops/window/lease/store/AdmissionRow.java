package org.exops.window.lease.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.Lease;
import org.exops.window.lease.model.Reason;
import org.exops.window.lease.model.Request;
import org.exops.window.lease.model.Slot;
import org.jspecify.annotations.Nullable;

/** An admission with its experiment, its newest lease and its approvals. */
final class AdmissionRow {
    // The newest lease is the one with the admission's token; a suspended one's place among the high-risk ones stands
    // in the
    // reservation that followed it.
    static final String SELECT = "select " + ExperimentRow.COLUMNS + """
            , a.revision, a.status, a.requested_by, a.requested_at, a.reasons,
                l.fencing_token, l.slot, coalesce(r.high_risk_slot, l.high_risk_slot) as high_risk_slot,
                l.held_from, l.held_until,
                (select jsonb_agg(jsonb_build_object('by', approved_by, 'team', team, 'at', approved_at) order by approved_at)
                    from admission_approval p where p.experiment_id = a.experiment_id) as approvals
            from admission a
                join experiment e on e.id = a.experiment_id
                left join holding l on l.surface = a.surface and l.fencing_token = a.fencing_token
                left join lateral (
                    select h.high_risk_slot from holding h
                    where h.experiment_id = a.experiment_id and h.fencing_token is null
                    order by h.id desc limit 1) r on a.status = 'SUSPENDED'
            """;

    private AdmissionRow() {}

    static Admission read(Row row) {
        return new Admission(
                ExperimentRow.read(row),
                row.getLong("revision"),
                AdmissionStatus.valueOf(row.getString("status")),
                new Request(row.getString("requested_by"), instant(row, "requested_at")),
                approvals(row.getJsonArray("approvals")),
                lease(row),
                reasons(row.getJsonArray("reasons")));
    }

    private static @Nullable Lease lease(Row row) {
        Long token = row.getLong("fencing_token");
        return token == null
                ? null
                : new Lease(
                        new Slot(row.getInteger("slot"), row.getInteger("high_risk_slot")),
                        token,
                        instant(row, "held_from"),
                        instant(row, "held_until"));
    }

    private static List<Approval> approvals(@Nullable JsonArray json) {
        return json == null
                ? List.of()
                : objects(json).stream()
                        .map(approval -> new Approval(
                                approval.getString("by"),
                                approval.getString("team"),
                                OffsetDateTime.parse(approval.getString("at")).toInstant()))
                        .toList();
    }

    private static List<Reason> reasons(JsonArray json) {
        return objects(json).stream()
                .map(reason -> new Reason(Reason.Code.valueOf(reason.getString("code")), reason.getString("text")))
                .toList();
    }

    private static List<JsonObject> objects(JsonArray json) {
        return IntStream.range(0, json.size()).mapToObj(json::getJsonObject).toList();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
