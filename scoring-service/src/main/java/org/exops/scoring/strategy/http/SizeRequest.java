package org.exops.scoring.strategy.http;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.events.v1.MetricKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen, and how surely.
 *
 * @param baseline today's value, in the metric's unit; a share for a proportion
 * @param effect the difference to be seen, in the same unit
 */
@Schema(name = "SizeRequest")
record SizeRequest(
        @Schema(examples = "PROPORTION") @NotNull @Nullable MetricKind metricKind,
        @Schema(examples = "0.7") @NotNull @Nullable Double baseline,
        @Schema(examples = "0.03") @NotNull @Nullable Double effect,
        @Schema(examples = "0.8") @NotNull @Nullable Double power,

        @Schema(examples = "0.05", description = "one-sided") @NotNull @Nullable
        Double alpha,

        @Schema(description = "of one unit; required unless the metric is a proportion") @Nullable
        Double standardDeviation,

        @Schema(description = "how much clusters widen the variance, 1 without") @Nullable
        Double designEffect) {}
