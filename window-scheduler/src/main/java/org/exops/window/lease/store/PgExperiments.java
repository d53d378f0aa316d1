package org.exops.window.lease.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.window.lease.Experiments;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Terms;
import org.jspecify.annotations.Nullable;

/** The read model of experiments in PostgreSQL. */
@ApplicationScoped
class PgExperiments implements Experiments {
    private static final String FIND =
            "select " + ExperimentRow.COLUMNS + " from experiment e where e.key = $1 or e.id = $2";
    private static final String LEARN = """
            insert into experiment (id, key, team, revision, surface, tier, priority, overlap_allowed, population, deadline_at,
                owners, ending)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12)
            on conflict (id) do update set
                team = excluded.team, revision = excluded.revision, tier = excluded.tier, priority = excluded.priority,
                deadline_at = excluded.deadline_at, owners = excluded.owners, ending = excluded.ending
            where excluded.revision > experiment.revision""";

    @Override
    public Uni<@Nullable Experiment> find(SqlConnection connection, String reference) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(reference, id(reference)))
                .map(rows -> rows.size() == 0
                        ? null
                        : ExperimentRow.read(rows.iterator().next()));
    }

    @Override
    public Uni<Boolean> learn(SqlConnection connection, Experiment experiment, long revision) {
        Terms terms = experiment.terms();
        return connection
                .preparedQuery(LEARN)
                .execute(Tuple.from(Arrays.asList(
                        experiment.id(),
                        experiment.key(),
                        experiment.team(),
                        revision,
                        experiment.surface().value(),
                        terms.tier().name(),
                        terms.priority().name(),
                        terms.sharing().overlapAllowed(),
                        EventJson.text(terms.sharing().population()),
                        terms.deadline().atOffset(ZoneOffset.UTC),
                        experiment.owners().toArray(String[]::new),
                        experiment.ending() == null ? null : experiment.ending().name())))
                .map(rows -> rows.rowCount() > 0);
    }

    private static @Nullable UUID id(String reference) {
        try {
            return UUID.fromString(reference);
        } catch (IllegalArgumentException e) {
            return null; // a key
        }
    }
}
