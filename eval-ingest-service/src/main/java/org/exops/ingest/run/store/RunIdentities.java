package org.exops.ingest.run.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;

/** Which upload a run (experiment, variant, runId) is; statements of one transaction. */
final class RunIdentities {
    // What was rejected, or was never told to be durable, may be sent again under its name.
    private static final String STANDING = """
            select v.run from eval_run_variant v join eval_run r on r.run = v.run
             where v.experiment = $1 and v.run_id = $2 and v.variant = any($3) and r.run <> $4
               and r.status <> 'REJECTED' and (r.acknowledged or r.committed)
             limit 1
            """;
    // Of what does not stand.
    private static final String MAKE_ROOM = """
            delete from eval_run_variant where experiment = $1 and run_id = $2 and variant = any($3) and run <> $4
            """;
    private static final String CLAIM = """
            insert into eval_run_variant (experiment, variant, run_id, run, id, cases) values ($1, $2, $3, $4, $5, $6)
            on conflict (experiment, variant, run_id) do update
               set run = excluded.run, id = excluded.id, cases = excluded.cases
            """;
    private static final String RESTORE = """
            insert into eval_run_variant (experiment, variant, run_id, run, id, cases) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """;
    private static final String RECOUNT = "update eval_run_variant set cases = $3 where run = $1 and variant = $2";

    private final SqlConnection connection;

    RunIdentities(SqlConnection connection) {
        this.connection = connection;
    }

    Uni<EvalRun> claim(EvalRun run) {
        return lock(run, run.experiment())
                .chain(() -> standing(run, run.experiment()))
                .chain(standing -> standing.isPresent()
                        ? load(standing.get())
                        : insert(run).chain(() -> each(run, CLAIM)).replaceWith(run));
    }

    /** The commit record says all that is needed when the row is gone. */
    Uni<Void> restore(EvalRun run) {
        return insert(run)
                .chain(inserted ->
                        inserted ? each(run, RESTORE) : Uni.createFrom().voidItem());
    }

    /** Gives the run the experiment's key; false when another run has that identity. */
    Uni<Boolean> rename(EvalRun run, String key) {
        if (run.experiment().equals(key)) {
            return Uni.createFrom().item(true);
        }
        return lock(run, key)
                .chain(() -> standing(run, key))
                .chain(standing -> standing.isPresent()
                        ? Uni.createFrom().item(false)
                        : connection
                                .preparedQuery(MAKE_ROOM)
                                .execute(identity(run, key))
                                .chain(() -> connection
                                        .preparedQuery("update eval_run_variant set experiment = $2 where run = $1")
                                        .execute(Tuple.of(run.run(), key)))
                                .replaceWith(true));
    }

    // One at a time per run, so that of two that come together one sees the other.
    private Uni<Void> lock(EvalRun run, String experiment) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock(4711003, hashtext($1))")
                .execute(Tuple.of(experiment + '\n' + run.content().runId()))
                .replaceWithVoid();
    }

    Uni<Void> recount(EvalRun run) {
        return Multi.createFrom()
                .iterable(run.variants())
                .onItem()
                .transformToUniAndConcatenate(variant -> connection
                        .preparedQuery(RECOUNT)
                        .execute(Tuple.of(run.run(), variant.variant(), variant.cases())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Optional<UUID>> standing(EvalRun run, String experiment) {
        return connection
                .preparedQuery(STANDING)
                .execute(identity(run, experiment))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(row.getUUID(0));
                    }
                    return Optional.empty();
                });
    }

    private static Tuple identity(EvalRun run, String experiment) {
        String[] variants =
                run.variants().stream().map(EvalRun.VariantRun::variant).toArray(String[]::new);
        return Tuple.of(experiment, run.content().runId(), variants, run.run());
    }

    private Uni<EvalRun> load(UUID run) {
        return connection
                .preparedQuery(RunRow.SELECT + "where r.run = $1")
                .execute(Tuple.of(run))
                .map(rows -> RunRow.of(rows.iterator().next()));
    }

    private Uni<Boolean> insert(EvalRun run) {
        return connection
                .preparedQuery(RunRow.INSERT)
                .execute(Tuple.from(RunRow.values(run)))
                .map(inserted -> inserted.rowCount() == 1);
    }

    private Uni<Void> each(EvalRun run, String statement) {
        return Multi.createFrom()
                .iterable(run.variants())
                .onItem()
                .transformToUniAndConcatenate(variant -> connection
                        .preparedQuery(statement)
                        .execute(Tuple.of(
                                run.experiment(),
                                variant.variant(),
                                run.content().runId(),
                                run.run(),
                                variant.id(),
                                variant.cases())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
