package org.exops.scoring.strategy.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.scoring.strategy.model.PublishedStrategy;

/** A strategy as it stands. */
@Schema(name = "Strategy")
record StrategyView(
        String name,
        long version,
        double kappaCost,
        double kappaRisk,
        double minimumProbability,
        String publishedBy,
        Instant publishedAt) {

    static StrategyView from(PublishedStrategy strategy) {
        return new StrategyView(
                strategy.name(),
                strategy.version(),
                strategy.numbers().kappaCost(),
                strategy.numbers().kappaRisk(),
                strategy.numbers().minimumProbability(),
                strategy.publishedBy(),
                strategy.publishedAt());
    }
}
