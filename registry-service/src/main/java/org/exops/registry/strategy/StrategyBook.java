package org.exops.registry.strategy;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.exops.registry.strategy.model.Strategy;

/** Learns what scoring publishes. */
@ApplicationScoped
public class StrategyBook {
    private final Strategies strategies;

    StrategyBook(Strategies strategies) {
        this.strategies = strategies;
    }

    @WithTransaction
    public Uni<Void> learn(Strategy strategy) {
        return strategies.keep(strategy);
    }

    /** The built-in strategies that nobody has published yet. */
    @WithSession
    public Uni<List<String>> missing() {
        return strategies
                .known(Strategy.BUILT_IN)
                .map(known -> Strategy.BUILT_IN.stream()
                        .filter(name -> !known.contains(name))
                        .toList());
    }
}
