package org.exops.registry.strategy.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.exops.kit.transaction.Sql;
import org.exops.registry.strategy.Strategies;
import org.exops.registry.strategy.model.Strategy;
import org.exops.registry.transaction.SessionSql;

/** Strategies in PostgreSQL. */
@ApplicationScoped
class PgStrategies implements Strategies, PanacheRepositoryBase<StrategyRow, String> {
    private static final String KEEP = """
            insert into strategy as known (name, version, kappa_cost, kappa_risk, minimum_probability)
            values ($1, $2, $3, $4, $5)
            on conflict (name) do update
            set version = excluded.version, kappa_cost = excluded.kappa_cost, kappa_risk = excluded.kappa_risk,
                minimum_probability = excluded.minimum_probability
            where excluded.version > known.version""";

    private final Sql sql = new SessionSql();

    @Override
    public Uni<Void> keep(Strategy strategy) {
        return sql.execute(
                        KEEP,
                        strategy.name(),
                        strategy.version(),
                        strategy.kappaCost(),
                        strategy.kappaRisk(),
                        strategy.minimumProbability())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Strategy>> find(String name) {
        return findById(name).map(row -> Optional.ofNullable(row).map(StrategyRow::strategy));
    }

    @Override
    public Uni<List<String>> known(List<String> names) {
        return list("name in ?1", names)
                .map(rows -> rows.stream().map(row -> row.name).toList());
    }
}
