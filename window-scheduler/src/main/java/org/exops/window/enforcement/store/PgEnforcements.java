package org.exops.window.enforcement.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.exops.kit.json.EventJson;
import org.exops.window.enforcement.Enforcements;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.enforcement.model.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL, whose triggers chain what is inserted and refuse everything else. */
@ApplicationScoped
class PgEnforcements implements Enforcements {
    // Position and hashes are the trigger's.
    private static final String APPEND = """
            insert into enforcements (surface, at, kind, experiment_id, experiment, facts)
            values ($1, clock_timestamp(), $2, $3, $4, $5::text::jsonb)""";
    private static final String SELECT = """
            select id, surface, position, at, kind, experiment_id, experiment, facts, previous_hash, hash
            from enforcements where id > $1""";
    private static final String PAGE = SELECT + " order by id limit $2";
    private static final String PAGE_OF_EXPERIMENT = SELECT + """
             and experiment_id in (
                select id from experiment
                where key = $3 or id = case when $3 ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then $3::text::uuid end)
            order by id limit $2""";

    @Override
    public Uni<Void> append(SqlConnection connection, Enforcement enforcement) {
        Enforcement.Subject subject = enforcement.subject();
        return connection
                .preparedQuery(APPEND)
                .execute(Tuple.of(
                        enforcement.surface(),
                        enforcement.kind().name(),
                        subject == null ? null : subject.id(),
                        subject == null ? null : subject.key(),
                        EventJson.text(enforcement.facts())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<LedgerEntry>> page(SqlConnection connection, @Nullable String experiment, long after, int limit) {
        Uni<RowSet<Row>> found = experiment == null
                ? connection.preparedQuery(PAGE).execute(Tuple.of(after, limit))
                : connection.preparedQuery(PAGE_OF_EXPERIMENT).execute(Tuple.of(after, limit, experiment));
        return found.map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(PgEnforcements::entry)
                .toList());
    }

    private static LedgerEntry entry(Row row) {
        UUID experiment = row.getUUID("experiment_id");
        Enforcement enforcement = new Enforcement(
                row.getString("surface"),
                Enforcement.Kind.valueOf(row.getString("kind")),
                experiment == null ? null : new Enforcement.Subject(experiment, row.getString("experiment")),
                row.getJsonObject("facts").getMap());
        return new LedgerEntry(
                row.getLong("id"),
                row.getLong("position"),
                row.getOffsetDateTime("at").toInstant(),
                enforcement,
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
