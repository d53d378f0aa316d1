package org.exops.scoring.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategyChange;
import org.exops.events.v1.StrategySnapshot;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.kit.transaction.Transactions;
import org.exops.scoring.strategy.model.PublishedStrategy;
import org.exops.scoring.strategy.model.StrategyNumbers;
import org.jspecify.annotations.Nullable;

/** The strategies: read, published, and told to the neighbours. */
@ApplicationScoped
public class StrategyCatalogue {
    private final Transactions transactions;
    private final Strategies strategies;
    private final Outbox outbox;
    private final Clock clock;

    StrategyCatalogue(Transactions transactions, Strategies strategies, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.strategies = strategies;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<List<PublishedStrategy>> page(@Nullable String after, int limit) {
        return transactions.inTransaction(connection -> strategies.page(connection, after, limit));
    }

    public Uni<Optional<PublishedStrategy>> newest(String name) {
        return transactions.inTransaction(connection -> strategies.newest(connection, name));
    }

    /**
     * Publishes a version.
     *
     * @param precondition whether the caller may build on the version that stands; asked with 0 for a new name
     */
    public Uni<Publication> publish(String name, StrategyNumbers numbers, LongPredicate precondition, String by) {
        return transactions.inTransaction(connection -> strategies
                .lock(connection, name)
                .chain(() -> strategies.newest(connection, name))
                .chain(newest -> publish(connection, new Draft(name, numbers, by), newest, precondition)));
    }

    /** Publishes what has never been published; what stands is left alone. */
    Uni<Void> introduce(String name, StrategyNumbers numbers) {
        return transactions.inTransaction(connection -> strategies
                .lock(connection, name)
                .chain(() -> strategies.newest(connection, name))
                .chain(newest -> newest.isPresent()
                        ? Uni.createFrom().voidItem()
                        : add(connection, new Draft(name, numbers, "built in").version(1, now()))
                                .replaceWithVoid()));
    }

    private Uni<Publication> publish(
            SqlConnection connection, Draft draft, Optional<PublishedStrategy> newest, LongPredicate precondition) {
        long version = newest.map(PublishedStrategy::version).orElse(0L);
        if (!precondition.test(version)) {
            return Uni.createFrom().item(version == 0 ? new Publication.Missing() : new Publication.Stale(version));
        }
        if (newest.isPresent() && newest.get().numbers().equals(draft.numbers())) {
            return Uni.createFrom().item(new Publication.Revised(newest.get()));
        }
        return add(connection, draft.version(version + 1, now()))
                .map(added -> version == 0 ? new Publication.Created(added) : new Publication.Revised(added));
    }

    private Uni<PublishedStrategy> add(SqlConnection connection, PublishedStrategy strategy) {
        return strategies
                .add(connection, strategy)
                .chain(() -> outbox.append(
                        ConnectionSql.of(connection), EventTypes.STRATEGY, strategy.name(), snapshot(strategy)))
                .replaceWith(strategy);
    }

    // The database keeps microseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static StrategySnapshot snapshot(PublishedStrategy strategy) {
        return new StrategySnapshot(
                strategy.name(),
                strategy.version(),
                StrategyChange.PUBLISHED,
                strategy.publishedAt(),
                strategy.numbers().kappaCost(),
                strategy.numbers().kappaRisk(),
                strategy.numbers().minimumProbability());
    }

    private record Draft(String name, StrategyNumbers numbers, String by) {
        PublishedStrategy version(long version, Instant at) {
            return new PublishedStrategy(name, version, numbers, by, at);
        }
    }
}
