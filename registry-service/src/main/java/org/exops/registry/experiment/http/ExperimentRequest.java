package org.exops.registry.experiment.http;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.registry.experiment.model.Direction;
import org.exops.registry.experiment.model.EvidencePlan;
import org.exops.registry.experiment.model.MetricKind;
import org.exops.registry.experiment.model.MetricRole;
import org.exops.registry.experiment.model.Priority;
import org.exops.registry.experiment.model.RandomisationUnit;
import org.exops.registry.experiment.model.Target;
import org.jspecify.annotations.Nullable;

/** What people write about an experiment; the shape is checked here, the meaning by the model. */
@Schema(name = "ExperimentRequest", description = "An experiment with its variants; what may be left out has a default")
public record ExperimentRequest(
        @NotNull @Schema(examples = "refund-agent-prompt-7") String key,
        @NotNull String title,
        @NotNull @Schema(examples = "support/refund-agent") String surface,
        @NotNull Target target,
        @NotNull String hypothesis,
        @NotNull @Valid BusinessRequest business,
        @NotNull @Valid PlanRequest plan,
        @NotEmpty List<@NotNull @Valid MetricRequest> metrics,
        @NotNull @Schema(examples = "growth") String strategy,
        @Nullable BudgetRequest budget,

        @Schema(description = "Dimensions, or lists of two for pairs", implementation = Object[].class) @Nullable
        List<@NotNull SegmentRequest> segments,

        @Schema(description = "Share of each treatment; the control has the rest; equal if absent") @Nullable
        Map<String, @NotNull Double> traffic,

        @Valid @Nullable RunRequest run,
        @NotEmpty List<@NotNull @Valid VariantRequest> variants,
        @Nullable List<@NotNull String> acknowledgedPriorAttempts,
        @Nullable String revises) {

    /** What the outcome is worth. */
    public record BusinessRequest(
            @NotNull String outcome,
            @NotNull BigDecimal valuePerSuccessUsd,
            @NotNull BigDecimal referenceCostUsd,
            @NotNull BigDecimal riskBudgetUsd,
            @NotNull Double minimumWorthwhileScore,
            @NotNull String decisionOwner,
            @Nullable List<@NotNull @Valid RiskEventRequest> riskEvents) {}

    /** A harm that may be counted in a case. */
    public record RiskEventRequest(
            @NotNull String name, @NotNull BigDecimal lossUsd) {}

    /** How much evidence is asked for. */
    public record PlanRequest(
            @Schema(description = "OFFLINE at tier LOW, else PRODUCTION") @Nullable
            EvidencePlan evidence,

            @Schema(description = "CASE offline, else USER") @Nullable
            RandomisationUnit unit,

            @Valid @Nullable EvalSetRequest evalSet,
            @NotNull Long requiredUnits,

            @Schema(type = SchemaType.STRING, examples = "PT0S") @Nullable
            Duration minimumDuration,

            @NotNull @Schema(type = SchemaType.STRING, examples = "P21D")
            Duration deadline,

            @Schema(type = SchemaType.STRING, examples = "P7D") @Nullable
            Duration maxControlAge,

            @Nullable Double alpha,
            @Nullable Double power,
            @Nullable List<@NotNull ProtectedSegmentRequest> protectedSegments) {}

    /** An offline test set and its version. */
    public record EvalSetRequest(
            @NotNull String name, @NotNull String version) {}

    /** A segment that must be proven not to lose, long or short: {@code {"language": "de"}}. */
    @JsonDeserialize(using = ProtectedSegmentReader.class)
    public record ProtectedSegmentRequest(
            Map<String, String> where,
            @Nullable Double margin,
            @Nullable Long minimumN) {}

    /** One measure. */
    public record MetricRequest(
            @NotNull String name,
            @NotNull MetricRole role,
            @NotNull MetricKind kind,
            @NotNull Direction direction,
            @Size(min = 2, max = 2) @Nullable List<@NotNull Double> range,
            @Nullable Long minimumN,
            @Nullable Double nonInferiorityMargin) {}

    /** What a request may cost and how long it may take. */
    public record BudgetRequest(
            @Nullable BigDecimal maxCostPerRequestUsd,

            @Schema(type = SchemaType.STRING, examples = "PT3S") @Nullable
            Duration maxP95Latency) {}

    /** A dimension, or a pair of them. */
    @JsonDeserialize(using = SegmentReader.class)
    public record SegmentRequest(List<String> dimensions) {}

    /** How it runs on its surface. */
    public record RunRequest(
            @Nullable Priority priority,
            @Nullable Boolean overlapAllowed,

            @Schema(type = SchemaType.STRING, examples = "PT10M") @Nullable
            Duration drain,

            @Nullable Map<String, @NotNull List<@NotNull String>> population) {}
}
