package org.exops.scoring.verdict.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.exops.kit.json.EventJson;
import org.exops.scoring.decision.model.Look;
import org.exops.scoring.verdict.Ledger;
import org.exops.scoring.verdict.LedgerEntry;

/** The ledger in PostgreSQL, whose own triggers refuse to change or remove a verdict. */
@ApplicationScoped
class PgLedger implements Ledger {
    private static final String APPEND = """
            insert into verdict (experiment_id, revision, verdict_id, experiment_key, computed_at, judge_version,
                inputs, looks, body, previous_hash, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String NEWEST =
            "select * from verdict where experiment_id = $1 order by revision desc limit 1";
    private static final String BY_VERDICT = "select * from verdict where verdict_id = $1";
    private static final String BEFORE =
            "select * from verdict where experiment_id = $1 and revision < $2 order by revision desc limit $3";

    @Override
    public Uni<Void> append(SqlConnection connection, LedgerEntry entry) {
        LedgerEntry.Identity identity = entry.identity();
        return connection
                .preparedQuery(APPEND)
                .execute(Tuple.from(List.of(
                        identity.experimentId(),
                        identity.revision(),
                        identity.verdictId(),
                        identity.experiment(),
                        identity.computedAt().atOffset(ZoneOffset.UTC),
                        identity.judgeVersion(),
                        entry.inputs(),
                        EventJson.text(entry.looks()),
                        entry.body(),
                        entry.previousHash(),
                        entry.hash())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<LedgerEntry>> newest(SqlConnection connection, UUID experiment) {
        return connection
                .preparedQuery(NEWEST)
                .execute(Tuple.of(experiment))
                .map(rows -> entries(rows).findFirst());
    }

    @Override
    public Uni<Optional<LedgerEntry>> byVerdict(SqlConnection connection, UUID verdictId) {
        return connection
                .preparedQuery(BY_VERDICT)
                .execute(Tuple.of(verdictId))
                .map(rows -> entries(rows).findFirst());
    }

    @Override
    public Uni<List<LedgerEntry>> before(SqlConnection connection, UUID experiment, long revision, int limit) {
        return connection
                .preparedQuery(BEFORE)
                .execute(Tuple.of(experiment, revision, limit))
                .map(rows -> entries(rows).toList());
    }

    private static Stream<LedgerEntry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PgLedger::entry);
    }

    private static LedgerEntry entry(Row row) {
        return new LedgerEntry(
                new LedgerEntry.Identity(
                        row.getUUID("experiment_id"),
                        row.getString("experiment_key"),
                        row.getLong("revision"),
                        row.getUUID("verdict_id"),
                        row.getOffsetDateTime("computed_at").toInstant(),
                        row.getString("judge_version")),
                row.getString("inputs"),
                List.of(EventJson.read(row.getString("looks"), Look[].class)),
                row.getString("body"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
