package org.exops.scoring.strategy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.exops.kit.migration.Migrations;
import org.exops.scoring.decision.model.Strategy;
import org.exops.scoring.strategy.model.StrategyNumbers;
import org.jboss.logging.Logger;

/** Publishes the built-in strategies at the first start; the registry cannot register an experiment without them. */
@ApplicationScoped
class BuiltInStrategies {
    private static final Logger LOG = Logger.getLogger(BuiltInStrategies.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final StrategyCatalogue catalogue;
    private final Migrations migrations;

    BuiltInStrategies(StrategyCatalogue catalogue, Migrations migrations) {
        this.catalogue = catalogue;
        this.migrations = migrations;
    }

    void start(@Observes StartupEvent started) {
        migrations
                .whenDone()
                .chain(this::introduce)
                .onFailure()
                .invoke(failure -> LOG.warnf("The built-in strategies are not published yet: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debug("The built-in strategies are published"));
    }

    private Uni<Void> introduce() {
        return Multi.createFrom()
                .iterable(Strategy.BUILT_IN)
                .onItem()
                .transformToUniAndConcatenate(strategy -> catalogue.introduce(
                        strategy.name(),
                        new StrategyNumbers(strategy.kappaCost(), strategy.kappaRisk(), strategy.minimumProbability())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
