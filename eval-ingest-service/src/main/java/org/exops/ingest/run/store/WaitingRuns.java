package org.exops.ingest.run.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/** Runs that wait for their experiment, their commit or their pieces; statements of one transaction. */
final class WaitingRuns {
    private static final String ARRIVED = """
            select w.*, e.id as experiment_uuid, e.key, e.team as owner, e.revision, e.over, e.plan::text as plan
              from (%s where r.position is null and r.status in ('PARKED', 'RECEIVED') and r.committed
                       and ($1::text[] is null or r.experiment = any($1))
                       and r.chunks <= (select u.chunks from upload u where u.run = r.run)
                       and exists (select 1 from experiment e where e.key = r.experiment or e.id::text = r.experiment)
                     order by r.received_at limit 100 for update of r skip locked) w
              join experiment e on e.key = w.experiment or e.id::text = w.experiment
             order by w.received_at
            """.formatted(RunRow.SELECT);
    private static final String MISSES_PIECES =
            "r.committed and r.chunks > coalesce((select u.chunks from upload u where u.run = r.run), 0)";
    private static final String BROKEN = RunRow.SELECT + """
             where r.run = $1 and r.position is null and r.status in ('PARKED', 'RECEIVED') and %s
               for update of r
            """.formatted(MISSES_PIECES);
    // What was acknowledged and whose commit was not read yet waits: the reader of the log is behind, not the sender.
    private static final String UNCLAIMED = RunRow.SELECT + """
             where r.position is null and r.status = 'PARKED' and r.received_at < $1
               and (r.committed or not r.acknowledged)
               and not exists (select 1 from experiment e where e.key = r.experiment or e.id::text = r.experiment)
             order by r.received_at limit 100 for update of r skip locked
            """;
    private static final String INCOMPLETE = RunRow.SELECT + """
             where r.position is null and r.status in ('PARKED', 'RECEIVED') and r.received_at < $1
               and (%s or not (r.committed or r.acknowledged))
             order by r.received_at limit 100 for update of r skip locked
            """.formatted(MISSES_PIECES);

    private final SqlConnection connection;

    WaitingRuns(SqlConnection connection) {
        this.connection = connection;
    }

    Uni<List<EvalRuns.Waiting>> arrived(@Nullable List<String> experiments) {
        String @Nullable [] names = experiments == null ? null : experiments.toArray(String[]::new);
        return connection
                .preparedQuery(ARRIVED)
                .execute(Tuple.from(Arrays.asList((Object) names)))
                .map(WaitingRuns::waiting);
    }

    Uni<Optional<EvalRun>> broken(UUID run) {
        return connection
                .preparedQuery(BROKEN)
                .execute(Tuple.of(run))
                .map(rows -> PgEvalRuns.runs(rows).stream().findFirst());
    }

    Uni<List<EvalRun>> unclaimed(Instant then) {
        return before(UNCLAIMED, then);
    }

    Uni<List<EvalRun>> incomplete(Instant then) {
        return before(INCOMPLETE, then);
    }

    private Uni<List<EvalRun>> before(String statement, Instant then) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(then.atOffset(ZoneOffset.UTC)))
                .map(PgEvalRuns::runs);
    }

    private static List<EvalRuns.Waiting> waiting(RowSet<Row> rows) {
        List<EvalRuns.Waiting> waiting = new ArrayList<>();
        for (Row row : rows) {
            KnownExperiment experiment = new KnownExperiment(
                    row.getUUID("experiment_uuid"),
                    row.getString("key"),
                    row.getString("owner"),
                    row.getLong("revision"),
                    row.getBoolean("over"),
                    EventJson.read(row.getString("plan"), Plan.class));
            waiting.add(new EvalRuns.Waiting(RunRow.of(row), experiment));
        }
        return waiting;
    }
}
