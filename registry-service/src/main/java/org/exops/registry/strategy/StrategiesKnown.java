package org.exops.registry.strategy;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the built-in strategies are known: until then no experiment could be registered. */
@Readiness
@ApplicationScoped
class StrategiesKnown implements AsyncHealthCheck {
    private final StrategyBook book;

    StrategiesKnown(StrategyBook book) {
        this.book = book;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return book.missing()
                .map(StrategiesKnown::response)
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("strategies")
                        .down()
                        .withData("reason", String.valueOf(failure.getMessage()))
                        .build());
    }

    private static HealthCheckResponse response(List<String> missing) {
        return missing.isEmpty()
                ? HealthCheckResponse.up("strategies")
                : HealthCheckResponse.named("strategies")
                        .down()
                        .withData("missing", String.join(" ", missing))
                        .build();
    }
}
