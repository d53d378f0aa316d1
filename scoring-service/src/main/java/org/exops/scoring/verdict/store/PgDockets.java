package org.exops.scoring.verdict.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.json.EventJson;
import org.exops.scoring.verdict.Dockets;
import org.exops.scoring.verdict.StoredDocket;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/** Dockets in PostgreSQL; a lower revision than the known one changes nothing. */
@ApplicationScoped
class PgDockets implements Dockets {
    private static final String LEARN_EXPERIMENT = """
            insert into docket (experiment_id, experiment_key, experiment_revision, experiment)
            values ($1, $2, $3, $4)
            on conflict (experiment_id) do update
            set experiment_key = excluded.experiment_key, experiment_revision = excluded.experiment_revision,
                experiment = excluded.experiment
            where excluded.experiment_revision > docket.experiment_revision""";
    private static final String LEARN_EVIDENCE = """
            insert into docket (experiment_id, experiment_key, evidence_revision, evidence)
            values ($1, $2, $3, $4)
            on conflict (experiment_id) do update
            set evidence_revision = excluded.evidence_revision, evidence = excluded.evidence
            where excluded.evidence_revision > docket.evidence_revision""";
    private static final String LEARN_ADMISSION = """
            insert into admission
                (experiment_id, experiment_key, revision, surface, status, lease_from, lease_until)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (experiment_id) do update
            set revision = excluded.revision, surface = excluded.surface, status = excluded.status,
                lease_from = excluded.lease_from, lease_until = excluded.lease_until
            where excluded.revision > admission.revision""";
    private static final String LOCK = """
            select d.*, coalesce((select a.status from admission a where a.experiment_id = d.experiment_id), 'NONE')
                as admission
            from docket d where d.experiment_id = $1 for update of d""";
    private static final String POSTPONE = "update docket set due_at = $2, failed_looks = 0 where experiment_id = $1";
    // From two seconds to about a quarter of an hour.
    private static final String FAILED = """
            update docket set failed_looks = failed_looks + 1,
                due_at = $2::timestamptz + interval '1 second' * power(2, least(failed_looks + 1, 10))
            where experiment_id = $1""";
    private static final String LOOKED =
            "update docket set sighting = $2, looked_at = $3, due_at = $4, failed_looks = 0 where experiment_id = $1";
    private static final String DUE = "select experiment_id from docket where due_at <= $1 order by due_at limit $2";
    private static final String INTERFERENCE = """
            select other.experiment_key, other.lease_from, other.lease_until
            from admission mine join admission other
                on other.surface = mine.surface and other.experiment_id <> mine.experiment_id
            where mine.experiment_id = $1 and mine.lease_from is not null and other.lease_from is not null
                and tstzrange(mine.lease_from, mine.lease_until) && tstzrange(other.lease_from, other.lease_until)
            order by other.lease_from, other.experiment_key""";
    private static final String FIND =
            "select experiment_id from docket where experiment_key = $1 or experiment_id = $2";

    @Override
    public Uni<Boolean> learn(SqlConnection connection, ExperimentSnapshot snapshot) {
        return changed(
                connection,
                LEARN_EXPERIMENT,
                snapshot.id(),
                snapshot.key(),
                snapshot.revision(),
                EventJson.text(snapshot));
    }

    @Override
    public Uni<Boolean> learn(SqlConnection connection, EvidenceSnapshot snapshot) {
        return changed(
                connection,
                LEARN_EVIDENCE,
                snapshot.experimentId(),
                snapshot.experiment(),
                snapshot.revision(),
                EventJson.text(snapshot));
    }

    @Override
    public Uni<Boolean> learn(SqlConnection connection, AdmissionSnapshot snapshot) {
        AdmissionSnapshot.Lease lease = snapshot.lease();
        return changed(
                connection,
                LEARN_ADMISSION,
                snapshot.experimentId(),
                snapshot.experiment(),
                snapshot.revision(),
                snapshot.surface(),
                snapshot.status().name(),
                lease == null ? null : time(lease.from()),
                lease == null ? null : time(lease.until()));
    }

    @Override
    public Uni<Optional<StoredDocket>> lock(SqlConnection connection, UUID experiment) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(experiment))
                .map(rows -> stream(rows).findFirst().map(PgDockets::docket));
    }

    @Override
    public Uni<Void> postpone(SqlConnection connection, UUID experiment, @Nullable Instant dueAt) {
        return changed(connection, POSTPONE, experiment, time(dueAt)).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(SqlConnection connection, UUID experiment, Instant now) {
        return changed(connection, FAILED, experiment, time(now)).replaceWithVoid();
    }

    @Override
    public Uni<Void> looked(
            SqlConnection connection, UUID experiment, Sighting sighting, Instant at, @Nullable Instant dueAt) {
        return changed(connection, LOOKED, experiment, EventJson.text(sighting), time(at), time(dueAt))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> due(SqlConnection connection, Instant now, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(time(now), limit))
                .map(rows ->
                        stream(rows).map(row -> row.getUUID("experiment_id")).toList());
    }

    @Override
    public Uni<List<VerdictSnapshot.Interference>> interference(SqlConnection connection, UUID experiment) {
        return connection
                .preparedQuery(INTERFERENCE)
                .execute(Tuple.of(experiment))
                .map(rows -> stream(rows)
                        .map(row -> new VerdictSnapshot.Interference(
                                row.getString("experiment_key"),
                                row.getOffsetDateTime("lease_from").toInstant(),
                                instant(row, "lease_until")))
                        .toList());
    }

    @Override
    public Uni<Optional<UUID>> find(SqlConnection connection, String reference) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.from(Arrays.asList(reference, uuid(reference))))
                .map(rows -> stream(rows).findFirst().map(row -> row.getUUID("experiment_id")));
    }

    private static Uni<Boolean> changed(SqlConnection connection, String statement, @Nullable Object... values) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.from(Arrays.asList(values)))
                .map(rows -> rows.rowCount() > 0);
    }

    private static StoredDocket docket(Row row) {
        String experiment = row.getString("experiment");
        String evidence = row.getString("evidence");
        String sighting = row.getString("sighting");
        return new StoredDocket(
                row.getUUID("experiment_id"),
                experiment == null ? null : EventJson.read(experiment, ExperimentSnapshot.class),
                evidence == null ? null : EventJson.read(evidence, EvidenceSnapshot.class),
                row.getString("admission"),
                sighting == null ? null : EventJson.read(sighting, Sighting.class),
                instant(row, "looked_at"),
                instant(row, "due_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(String reference) {
        try {
            return UUID.fromString(reference);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
