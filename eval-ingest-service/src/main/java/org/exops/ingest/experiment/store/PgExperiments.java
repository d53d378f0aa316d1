package org.exops.ingest.experiment.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.experiment.Experiments;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.experiment.model.Segmentation;
import org.exops.kit.json.EventJson;

/** {@link Experiments} in PostgreSQL; the plan is JSON, since it is only ever read whole. */
@ApplicationScoped
@RegisterForReflection(targets = {Plan.class, Metric.class, Segmentation.class}) // the plan's JSON in a native image
class PgExperiments implements Experiments {
    private static final String COLUMNS = "select id, key, team, revision, over, plan::text as plan from experiment ";
    private static final String FIND = COLUMNS + "where key = $1 or id::text = $1";
    private static final String FIND_BY_ID = COLUMNS + "where id = $1";
    private static final String LEARN = """
            insert into experiment as known (id, key, team, revision, over, plan)
            values ($1, $2, $3, $4, $5, $6::text::jsonb)
            on conflict (id) do update
               set key = excluded.key, team = excluded.team, revision = excluded.revision, over = excluded.over,
                   plan = excluded.plan
             where excluded.revision > known.revision
            """;

    private final Pool pool;

    PgExperiments(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<KnownExperiment>> find(String keyOrId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(keyOrId)).map(PgExperiments::first);
    }

    @Override
    public Uni<Optional<KnownExperiment>> find(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FIND_BY_ID).execute(Tuple.of(id)).map(PgExperiments::first);
    }

    @Override
    public Uni<Void> learn(SqlConnection connection, KnownExperiment experiment) {
        List<Object> row = List.of(
                experiment.id(),
                experiment.key(),
                experiment.team(),
                experiment.revision(),
                experiment.over(),
                EventJson.text(experiment.plan()));
        return connection.preparedQuery(LEARN).execute(Tuple.from(row)).replaceWithVoid();
    }

    private static Optional<KnownExperiment> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new KnownExperiment(
                    row.getUUID("id"),
                    row.getString("key"),
                    row.getString("team"),
                    row.getLong("revision"),
                    row.getBoolean("over"),
                    EventJson.read(row.getString("plan"), Plan.class)));
        }
        return Optional.empty();
    }
}
