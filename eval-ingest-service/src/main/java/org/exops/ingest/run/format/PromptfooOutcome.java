package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What one row says of its case. In an error row promptfoo writes zeros for score, cost and latency: they are absent here. A
 * breach of a cost or latency assertion is no failure of quality: the cost and the latency themselves count.
 */
final class PromptfooOutcome {
    private static final Set<String> BUDGETS = Set.of("cost", "latency");
    private static final int ASSERTION_FAILED = 1;
    private static final int ERROR = 2;

    private final JsonNode row;
    private final CaseStatus status;

    PromptfooOutcome(JsonNode row) {
        this.row = row;
        this.status = statusOf(row);
    }

    CaseStatus status() {
        return status;
    }

    private static CaseStatus statusOf(JsonNode row) {
        int reason = row.path("failureReason").asInt(-1);
        JsonNode graded = row.path("gradingResult");
        boolean errorText = row.hasNonNull("error") || row.path("response").hasNonNull("error");
        if (reason == ERROR || (reason < 0 && !graded.isObject() && errorText)) {
            return CaseStatus.ERROR;
        }
        if (reason < 0 && !row.path("success").isBoolean()) {
            return CaseStatus.UNSCORED;
        }
        boolean passed =
                row.path("success").isBoolean() ? row.path("success").booleanValue() : reason != ASSERTION_FAILED;
        return passed || failedForBudgetOnly(graded) ? CaseStatus.OK : CaseStatus.FAILED;
    }

    private static boolean failedForBudgetOnly(JsonNode graded) {
        return failed(graded, true) && !failed(graded, false);
    }

    // Whether some assertion of the kind asked for failed; sets of assertions are looked into.
    private static boolean failed(JsonNode graded, boolean budget) {
        for (JsonNode component : graded.path("componentResults")) {
            boolean found = component.path("componentResults").isEmpty()
                    ? !component.path("pass").asBoolean(true)
                            && BUDGETS.contains(component
                                            .path("assertion")
                                            .path("type")
                                            .asText())
                                    == budget
                    : !component.path("pass").asBoolean(true) && failed(component, budget);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** The tool's scores by name, and by the name of the metric that they were mapped to. */
    Map<String, Double> metrics(ImportOptions options) {
        Map<String, Double> scores = new TreeMap<>();
        if (status == CaseStatus.ERROR || status == CaseStatus.UNSCORED) {
            return scores;
        }
        double pass = status == CaseStatus.OK ? 1 : 0;
        put(scores, "score", row.path("score"));
        scores.put("pass", pass);
        row.path("namedScores").properties().forEach(entry -> put(scores, entry.getKey(), entry.getValue()));
        Map<String, Double> metrics = new TreeMap<>(scores);
        metrics.keySet().removeIf(name -> name.startsWith("@"));
        options.metrics().values().forEach(metrics::remove);
        options.metrics().forEach((score, metric) -> {
            Double value = scores.get(score);
            if (value != null) {
                metrics.put(metric, value);
            } else if (options.target() == null) {
                metrics.put(Observation.MAPPED + metric, 1.0); // whether it is the target shows when the plan is known
            }
        });
        if (options.verdictMayBeTarget()) {
            metrics.put(Observation.TOOL_VERDICT, pass);
        }
        return metrics;
    }

    private static void put(Map<String, Double> scores, String name, JsonNode value) {
        if (value.isNumber()) {
            scores.put(name, value.doubleValue());
        } else if (value.isBoolean()) {
            scores.put(name, value.booleanValue() ? 1.0 : 0.0);
        }
    }

    /** US dollars; absent where the model has no price or the answer came from a cache that forgot it. */
    @Nullable
    BigDecimal cost() {
        JsonNode cost = row.path("cost");
        if (status == CaseStatus.ERROR || !cost.isNumber()) {
            return null;
        }
        JsonNode response = row.path("response");
        boolean priced =
                response.path("cost").isNumber() && !response.path("cached").asBoolean(false);
        return cost.decimalValue().signum() == 0 && !priced ? null : cost.decimalValue();
    }

    /** Absent where the answer came from a cache: nobody waited for a model. */
    @Nullable
    Duration latency() {
        JsonNode millis = row.path("latencyMs");
        boolean measured = status != CaseStatus.ERROR
                && millis.isNumber()
                && !row.path("response").path("cached").asBoolean(false);
        return measured ? Duration.ofNanos(Math.round(millis.doubleValue() * 1e6)) : null;
    }

    /** The system's tokens, and those of model-graded assertions apart. */
    Map<String, Long> tokens() {
        Map<String, Long> tokens = new TreeMap<>();
        JsonNode usage = row.path("tokenUsage").isObject()
                ? row.path("tokenUsage")
                : row.path("response").path("tokenUsage");
        if (usage.path("total").asLong(0) > 0) {
            count(tokens, "inputTokens", usage.path("prompt"));
            count(tokens, "outputTokens", usage.path("completion"));
            JsonNode details = usage.path("completionDetails");
            count(tokens, "cachedInputTokens", details.path("cacheReadInputTokens"));
            count(tokens, "reasoningTokens", details.path("reasoning"));
        }
        JsonNode ofJudge = usage.path("assertions").path("total").asLong(0) > 0
                ? usage.path("assertions")
                : row.path("gradingResult").path("tokensUsed");
        if (ofJudge.path("total").asLong(0) > 0) {
            count(tokens, "judgeInputTokens", ofJudge.path("prompt"));
            count(tokens, "judgeOutputTokens", ofJudge.path("completion"));
        }
        return tokens;
    }

    private static void count(Map<String, Long> tokens, String kind, JsonNode count) {
        if (count.isNumber() && count.asLong() >= 0) {
            tokens.put(kind, count.asLong());
        }
    }
}
