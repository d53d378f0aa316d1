package org.exops.scoring.strategy.http;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.scoring.strategy.model.StrategyNumbers;
import org.jspecify.annotations.Nullable;

/** The numbers of a new version. */
@Schema(name = "StrategyRequest")
record StrategyRequest(
        @Schema(description = "weight of cost, 1 is economically neutral", examples = "0.5") @NotNull @Nullable
        Double kappaCost,

        @Schema(description = "weight of risk, never below 1", examples = "1") @NotNull @Nullable
        Double kappaRisk,

        @Schema(description = "P(S ≥ δ) that a rollout needs", examples = "0.5") @NotNull @Nullable
        Double minimumProbability) {

    StrategyNumbers numbers() {
        return new StrategyNumbers(
                Objects.requireNonNull(kappaCost),
                Objects.requireNonNull(kappaRisk),
                Objects.requireNonNull(minimumProbability));
    }
}
