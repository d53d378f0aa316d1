package org.exops.ingest.aggregate.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.Evidence;
import org.exops.ingest.aggregate.model.EvidenceBatch;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/** {@link Evidence} in PostgreSQL: a batch is one read and one write per table, whatever its size. */
@ApplicationScoped
class PgEvidence implements Evidence {
    private static final String NEXT = """
            select experiment_id, totals from evidence ev
             where exists (select 1 from eval_run r where r.experiment_id = ev.experiment_id
                             and r.status = 'RECEIVED' and r.position is not null)
               and ev.experiment_id <> all($1)
             limit 1 for update skip locked
            """;
    private static final String CASES =
            "select case_id, variant, state from evidence_case where experiment_id = $1 and case_id = any($2)";
    private static final String CLUSTERS =
            "select cluster, state from evidence_cluster where experiment_id = $1 and cluster = any($2)";
    private static final String STORE_CASES = """
            insert into evidence_case (experiment_id, case_id, variant, state)
            select $1, changed.* from unnest($2::text[], $3::smallint[], $4::bytea[]) as changed
            on conflict (experiment_id, case_id, variant) do update set state = excluded.state
            """;
    private static final String STORE_CLUSTERS = """
            insert into evidence_cluster (experiment_id, cluster, state)
            select $1, changed.* from unnest($2::text[], $3::bytea[]) as changed
            on conflict (experiment_id, cluster) do update set state = excluded.state
            """;
    private static final String STORE_TOTALS = "update evidence set totals = $2 where experiment_id = $1";
    private static final String PUT = """
            insert into evidence_snapshot (experiment_id, experiment, revision, snapshot) values ($1, $2, $3, $4)
            on conflict (experiment_id) do update set revision = excluded.revision, snapshot = excluded.snapshot
            """;
    private static final String DUE = """
            select experiment_id, snapshot from evidence_snapshot
             where revision > published_revision and (published_at is null or published_at <= $1)
               and experiment_id <> all($2)
             order by published_at nulls first limit 1 for update skip locked
            """;
    private static final String PUBLISHED =
            "update evidence_snapshot set published_revision = $2, published_at = $3 where experiment_id = $1";

    private final Pool pool;

    PgEvidence(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Sums>> next(SqlConnection connection, UUID[] leftAlone) {
        return connection.preparedQuery(NEXT).execute(Tuple.of(leftAlone)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Sums(row.getUUID(0), bytes(row, 1)));
            }
            return Optional.empty();
        });
    }

    @Override
    public Uni<List<EvidenceBatch.StoredCase>> cases(
            SqlConnection connection, UUID experimentId, Collection<String> caseIds) {
        return connection
                .preparedQuery(CASES)
                .execute(Tuple.of(experimentId, caseIds.toArray(String[]::new)))
                .map(rows -> {
                    List<EvidenceBatch.StoredCase> cases = new ArrayList<>();
                    rows.forEach(row -> cases.add(new EvidenceBatch.StoredCase(
                            new EvidenceBatch.CaseName(row.getString(0), row.getShort(1)),
                            row.getBuffer(2).getBytes())));
                    return cases;
                });
    }

    @Override
    public Uni<List<EvidenceBatch.StoredCluster>> clusters(
            SqlConnection connection, UUID experimentId, Collection<String> names) {
        return connection
                .preparedQuery(CLUSTERS)
                .execute(Tuple.of(experimentId, names.toArray(String[]::new)))
                .map(rows -> {
                    List<EvidenceBatch.StoredCluster> clusters = new ArrayList<>();
                    rows.forEach(row -> clusters.add(new EvidenceBatch.StoredCluster(
                            row.getString(0), row.getBuffer(1).getBytes())));
                    return clusters;
                });
    }

    @Override
    public Uni<Void> store(SqlConnection connection, UUID experimentId, EvidenceBatch batch, byte[] totals) {
        return storeCases(connection, experimentId, batch.changedCases())
                .chain(() -> storeClusters(connection, experimentId, batch.changedClusters()))
                .chain(() ->
                        connection.preparedQuery(STORE_TOTALS).execute(Tuple.of(experimentId, Buffer.buffer(totals))))
                .replaceWithVoid();
    }

    // Neighbours in the index are written together.
    private static Uni<RowSet<Row>> storeCases(
            SqlConnection connection, UUID experimentId, List<EvidenceBatch.StoredCase> changed) {
        List<EvidenceBatch.StoredCase> cases = changed.stream()
                .sorted(Comparator.comparing(stored -> stored.name().caseId()))
                .toList();
        Tuple rows = Tuple.from(Arrays.asList(
                experimentId,
                cases.stream().map(stored -> stored.name().caseId()).toArray(String[]::new),
                cases.stream().map(stored -> (short) stored.name().variant()).toArray(Short[]::new),
                cases.stream().map(stored -> Buffer.buffer(stored.state())).toArray(Buffer[]::new)));
        return connection.preparedQuery(STORE_CASES).execute(rows);
    }

    private static Uni<RowSet<Row>> storeClusters(
            SqlConnection connection, UUID experimentId, List<EvidenceBatch.StoredCluster> changed) {
        List<EvidenceBatch.StoredCluster> clusters = changed.stream()
                .sorted(Comparator.comparing(EvidenceBatch.StoredCluster::cluster))
                .toList();
        Tuple rows = Tuple.from(Arrays.asList(
                experimentId,
                clusters.stream().map(EvidenceBatch.StoredCluster::cluster).toArray(String[]::new),
                clusters.stream().map(stored -> Buffer.buffer(stored.state())).toArray(Buffer[]::new)));
        return connection.preparedQuery(STORE_CLUSTERS).execute(rows);
    }

    @Override
    public Uni<Long> revision(SqlConnection connection, UUID experimentId) {
        return connection
                .preparedQuery("select revision from evidence_snapshot where experiment_id = $1")
                .execute(Tuple.of(experimentId))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Void> put(SqlConnection connection, EvidenceSnapshot snapshot) {
        Tuple row = Tuple.of(
                snapshot.experimentId(),
                snapshot.experiment(),
                snapshot.revision(),
                Buffer.buffer(EventJson.bytes(snapshot)));
        return connection.preparedQuery(PUT).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Optional<EvidenceSnapshot>> snapshot(UUID experimentId) {
        return pool.preparedQuery("select snapshot from evidence_snapshot where experiment_id = $1")
                .execute(Tuple.of(experimentId))
                .map(rows -> snapshots(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Due>> due(SqlConnection connection, Instant then, UUID[] leftAlone) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(then.atOffset(ZoneOffset.UTC), leftAlone))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(
                                new Due(row.getUUID(0), row.getBuffer(1).getBytes()));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<Void> published(SqlConnection connection, EvidenceSnapshot snapshot, Instant at) {
        return connection
                .preparedQuery(PUBLISHED)
                .execute(Tuple.of(snapshot.experimentId(), snapshot.revision(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> pending(UUID[] leftAlone) {
        return pool.preparedQuery("select exists (select 1 from evidence_snapshot"
                        + " where revision > published_revision and experiment_id <> all($1))")
                .execute(Tuple.of(leftAlone))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static List<EvidenceSnapshot> snapshots(RowSet<Row> rows) {
        List<EvidenceSnapshot> snapshots = new ArrayList<>();
        rows.forEach(row -> snapshots.add(EventJson.read(row.getBuffer(0).getBytes(), EvidenceSnapshot.class)));
        return snapshots;
    }

    private static byte @Nullable [] bytes(Row row, int column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }
}
