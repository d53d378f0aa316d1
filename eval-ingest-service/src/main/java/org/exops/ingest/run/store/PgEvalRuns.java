package org.exops.ingest.run.store;

import io.smallrye.mutiny.Uni;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.json.EventJson;
import org.exops.kit.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** {@link EvalRuns} in PostgreSQL. */
@ApplicationScoped
class PgEvalRuns implements EvalRuns {
    private static final String ACKNOWLEDGE = """
            update eval_run r set acknowledged = true
             where run = $1 and (select count(*) from eval_run_variant v where v.run = r.run) = $2
            """;
    private static final String PARKED_BYTES = """
            select coalesce(sum(bytes), 0)::bigint
              from eval_run where team = $1 and status = 'PARKED' and position is null
            """;
    private static final String FIND =
            RunRow.SELECT + "where r.run = $1 or r.run = (select v.run from eval_run_variant v where v.id = $1)";
    private static final String LIST = RunRow.SELECT + """
            where ($1::text is null or r.experiment = $1
                   or r.experiment = (select e.key from experiment e where e.id::text = $1))
              and ($2::text is null or exists (select 1 from eval_run_variant v where v.run = r.run and v.variant = $2))
              and ($3::text is null or r.run_id = $3)
              and ($4::text is null or r.sent_by = $4)
              and ($5::timestamptz is null or (r.received_at, r.run) < ($5, $6::uuid))
            order by r.received_at desc, r.run desc limit $7
            """;
    private static final String COMMIT = """
            update eval_run r set committed = true
             where run = $1 and status in ('PARKED', 'RECEIVED')
               and (select count(*) from eval_run_variant v where v.run = r.run) = $2
            """;
    private static final String QUEUE = """
            update eval_run set status = 'RECEIVED', experiment = $2, experiment_id = $3,
                   position = nextval('eval_run_position') where run = $1
            """;
    private static final String SETTLE = """
            with gone as (delete from upload where run = $1)
            update eval_run set status = $2, tally = $3::text::jsonb where run = $1
            """;

    private static final String COUNTABLE = RunRow.SELECT.replace("r.run, ", "r.run, r.next_chunk, ") + """
             where r.experiment_id = $1 and r.status = 'RECEIVED' and r.position is not null
             order by r.next_chunk > 0 desc, r.position limit 1
            """;
    private static final String ADVANCE =
            "update eval_run set next_chunk = $2 + 1, tally = $3::text::jsonb where run = $1 and next_chunk = $2";

    private final Pool pool;

    PgEvalRuns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<EvalRun> open(SqlConnection connection, EvalRun run) {
        return new RunIdentities(connection).claim(run);
    }

    @Override
    public Uni<Boolean> acknowledge(EvalRun run) {
        return pool.preparedQuery(ACKNOWLEDGE).execute(whole(run)).map(changed -> changed.rowCount() == 1);
    }

    @Override
    public Uni<Long> parkedBytes(SqlConnection connection, String team) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock(4711002, hashtext($1))")
                .execute(Tuple.of(team))
                .chain(() -> connection.preparedQuery(PARKED_BYTES).execute(Tuple.of(team)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<EvalRun>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> runs(rows).stream().findFirst());
    }

    @Override
    public Uni<List<EvalRun>> list(Filter filter, PageRequest page) {
        List<@Nullable Object> arguments = new ArrayList<>(
                Arrays.asList(filter.experiment(), filter.variant(), filter.runId(), filter.sentBy(), null, null));
        page.cursor().ifPresent(cursor -> {
            arguments.set(4, cursor.instant(0).atOffset(ZoneOffset.UTC));
            arguments.set(5, cursor.uuid(1));
        });
        arguments.add(page.rows());
        return pool.preparedQuery(LIST).execute(Tuple.from(arguments)).map(PgEvalRuns::runs);
    }

    @Override
    public Uni<Void> commit(SqlConnection connection, EvalRun run) {
        return new RunIdentities(connection)
                .restore(run)
                .chain(() -> connection.preparedQuery(COMMIT).execute(whole(run)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Waiting>> arrived(SqlConnection connection, @Nullable List<String> experiments) {
        return new WaitingRuns(connection).arrived(experiments);
    }

    @Override
    public Uni<Optional<EvalRun>> broken(SqlConnection connection, UUID run) {
        return new WaitingRuns(connection).broken(run);
    }

    @Override
    public Uni<List<EvalRun>> unclaimed(SqlConnection connection, Instant then) {
        return new WaitingRuns(connection).unclaimed(then);
    }

    @Override
    public Uni<List<EvalRun>> incomplete(SqlConnection connection, Instant then) {
        return new WaitingRuns(connection).incomplete(then);
    }

    @Override
    public Uni<Boolean> queue(SqlConnection connection, EvalRun run, KnownExperiment experiment) {
        return new RunIdentities(connection)
                .rename(run, experiment.key())
                .chain(renamed -> renamed
                        ? connection
                                .preparedQuery(QUEUE)
                                .execute(Tuple.of(run.run(), experiment.key(), experiment.id()))
                                .chain(() -> connection
                                        .preparedQuery(
                                                "insert into evidence (experiment_id) values ($1) on conflict do nothing")
                                        .execute(Tuple.of(experiment.id())))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    @Override
    public Uni<Optional<Countable>> countable(SqlConnection connection, UUID experimentId) {
        return connection
                .preparedQuery(COUNTABLE)
                .execute(Tuple.of(experimentId))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new Countable(RunRow.of(row), row.getInteger("next_chunk")));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<Void> advance(SqlConnection connection, Countable counted, EvalRun run) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(run.run(), counted.sequence(), EventJson.text(run.tally())))
                .invoke(changed -> {
                    if (changed.rowCount() != 1) {
                        throw new IllegalStateException("a piece would be counted twice");
                    }
                })
                .chain(() -> new RunIdentities(connection).recount(run));
    }

    @Override
    public Uni<Void> settle(SqlConnection connection, EvalRun run) {
        return connection
                .preparedQuery(SETTLE)
                .execute(Tuple.of(run.run(), run.status().name(), EventJson.text(run.tally())))
                .replaceWithVoid();
    }

    // An upload counts with all of its variants or not at all: another one may have taken one of them.
    private static Tuple whole(EvalRun run) {
        return Tuple.of(run.run(), (long) run.variants().size());
    }

    static List<EvalRun> runs(RowSet<Row> rows) {
        List<EvalRun> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(RunRow.of(row)));
        return runs;
    }
}
