package org.exops.registry.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.exops.registry.strategy.model.Strategy;
import org.junit.jupiter.api.Test;

class StrategiesKnownTest {
    @Test
    void is_ready_once_all_built_in_strategies_are_known() {
        assertThat(readiness(Uni.createFrom().item(List.of("growth", "margin", "safety")))
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void says_which_one_is_missing() {
        // When
        HealthCheckResponse response = readiness(Uni.createFrom().item(List.of("margin", "our-own")));
        // Then
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(data -> assertThat(data).containsEntry("missing", "growth safety"));
    }

    @Test
    void is_not_ready_while_the_database_is_away() {
        assertThat(readiness(Uni.createFrom().failure(new IllegalStateException("away")))
                        .getStatus())
                .isEqualTo(Status.DOWN);
    }

    private static HealthCheckResponse readiness(Uni<List<String>> known) {
        return new StrategiesKnown(new StrategyBook(new Known(known)))
                .call()
                .await()
                .indefinitely();
    }

    private record Known(Uni<List<String>> names) implements Strategies {
        @Override
        public Uni<Void> keep(Strategy strategy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<Strategy>> find(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<String>> known(List<String> asked) {
            return names;
        }
    }
}
