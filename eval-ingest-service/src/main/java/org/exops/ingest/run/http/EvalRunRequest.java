package org.exops.ingest.run.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.ingest.run.model.CaseStatus;
import org.jspecify.annotations.Nullable;

/** The form of a run's body, for the description of the API; the body itself is read as a stream. */
record EvalRunRequest(
        @Schema(required = true, description = "key or id", examples = "refund-agent-prompt-7")
        String experiment,

        @Schema(required = true, examples = "B") String variant,

        @Schema(description = "default: the digest of the content", examples = "ci-4711") @Nullable
        String runId,

        @Nullable EvalSet evalSet,
        @Nullable Instant startedAt,
        @Schema(required = true) List<EvalCase> cases) {

    /** An eval set and its version. */
    record EvalSet(String name, String version) {}

    /** One case; {@code metrics} or {@code status} is required. */
    record EvalCase(
            @Schema(required = true, examples = "c-001") String caseId,
            @Schema(defaultValue = "0") @Nullable Integer trial,

            @Schema(description = "default: the case itself") @Nullable
            String cluster,

            @Nullable Map<String, String> segment,
            @Nullable Map<String, Double> metrics,
            @Nullable CaseStatus status,
            @Nullable BigDecimal costUsd,
            @Nullable Duration latency,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Long cachedInputTokens,
            @Nullable Long reasoningTokens,
            @Nullable Map<String, Long> riskEvents,
            @Nullable String traceId) {}
}
