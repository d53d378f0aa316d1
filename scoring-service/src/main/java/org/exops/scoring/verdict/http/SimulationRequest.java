package org.exops.scoring.verdict.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Other weights: both λ, or the name of a strategy. */
@Schema(name = "SimulationRequest", description = "either lambdaCost and lambdaRisk, or strategy")
record SimulationRequest(
        @Schema(examples = "0.002") @Nullable Double lambdaCost,
        @Schema(examples = "0.02") @Nullable Double lambdaRisk,
        @Schema(examples = "margin") @Nullable String strategy) {}
