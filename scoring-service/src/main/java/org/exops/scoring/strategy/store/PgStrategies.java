package org.exops.scoring.strategy.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.exops.scoring.strategy.Strategies;
import org.exops.scoring.strategy.model.PublishedStrategy;
import org.exops.scoring.strategy.model.StrategyNumbers;
import org.jspecify.annotations.Nullable;

/** Strategies in PostgreSQL, one row per version. */
@ApplicationScoped
class PgStrategies implements Strategies {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('strategy ' || $1, 0))";
    private static final String NEWEST = "select * from strategy where name = $1 order by version desc limit 1";
    private static final String PAGE = """
            select distinct on (name) * from strategy where $1::text is null or name > $1
            order by name, version desc limit $2""";
    private static final String ADD = """
            insert into strategy
                (name, version, kappa_cost, kappa_risk, minimum_probability, published_by, published_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    @Override
    public Uni<Void> lock(SqlConnection connection, String name) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(name)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<PublishedStrategy>> newest(SqlConnection connection, String name) {
        return connection
                .preparedQuery(NEWEST)
                .execute(Tuple.of(name))
                .map(rows -> read(rows).stream().findFirst());
    }

    @Override
    public Uni<List<PublishedStrategy>> page(SqlConnection connection, @Nullable String after, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.from(Arrays.asList(after, limit)))
                .map(PgStrategies::read);
    }

    @Override
    public Uni<Void> add(SqlConnection connection, PublishedStrategy strategy) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(List.of(
                        strategy.name(),
                        strategy.version(),
                        strategy.numbers().kappaCost(),
                        strategy.numbers().kappaRisk(),
                        strategy.numbers().minimumProbability(),
                        strategy.publishedBy(),
                        strategy.publishedAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static List<PublishedStrategy> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgStrategies::read)
                .toList();
    }

    private static PublishedStrategy read(Row row) {
        return new PublishedStrategy(
                row.getString("name"),
                row.getLong("version"),
                new StrategyNumbers(
                        row.getDouble("kappa_cost"), row.getDouble("kappa_risk"), row.getDouble("minimum_probability")),
                row.getString("published_by"),
                row.getOffsetDateTime("published_at").toInstant());
    }
}
