package org.exops.ingest.aggregate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.experiment.model.Segmentation;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/** A plan and observations to try it on. */
final class Samples {
    static final Plan PLAN = new Plan(
            List.of("A", "B", "C"),
            0,
            List.of(
                    new Metric("task_success", Metric.Role.TARGET, 0, 1, false),
                    new Metric("toxicity", Metric.Role.GUARDRAIL, 0, 5, true),
                    new Metric("length", Metric.Role.DIAGNOSTIC, 0, 1e6, false)),
            Map.of("wrong_refund", 40.0),
            Duration.ofSeconds(3),
            new Segmentation(
                    List.of(List.of("tenant"), List.of("language"), List.of("tenant", "language")),
                    List.of(Map.of("language", "de"))),
            null);

    private Samples() {}

    static Seen seen(String variant, String caseId) {
        return new Seen(variant, caseId, 0, CaseStatus.OK, null, Map.of(), Map.of(), null, null, Map.of());
    }

    /** An observation in the making. */
    record Seen(
            String variant,
            String caseId,
            int trial,
            CaseStatus status,
            @Nullable String cluster,
            Map<String, String> segment,
            Map<String, Double> metrics,
            @Nullable Double cost,
            @Nullable Duration latency,
            Map<String, Long> riskEvents) {

        Seen trial(int value) {
            return new Seen(variant, caseId, value, status, cluster, segment, metrics, cost, latency, riskEvents);
        }

        Seen status(CaseStatus value) {
            return new Seen(variant, caseId, trial, value, cluster, segment, metrics, cost, latency, riskEvents);
        }

        Seen cluster(@Nullable String value) {
            return new Seen(variant, caseId, trial, status, value, segment, metrics, cost, latency, riskEvents);
        }

        Seen segment(Map<String, String> value) {
            return new Seen(variant, caseId, trial, status, cluster, value, metrics, cost, latency, riskEvents);
        }

        Seen success(double value) {
            return metrics(Map.of("task_success", value));
        }

        Seen metrics(Map<String, Double> value) {
            return new Seen(variant, caseId, trial, status, cluster, segment, value, cost, latency, riskEvents);
        }

        Seen cost(@Nullable Double value) {
            return new Seen(variant, caseId, trial, status, cluster, segment, metrics, value, latency, riskEvents);
        }

        Seen latency(@Nullable Duration value) {
            return new Seen(variant, caseId, trial, status, cluster, segment, metrics, cost, value, riskEvents);
        }

        Seen riskEvents(Map<String, Long> value) {
            return new Seen(variant, caseId, trial, status, cluster, segment, metrics, cost, latency, value);
        }

        Observation made() {
            return new Observation(
                    1,
                    new Observation.Identity(variant, caseId, trial),
                    status,
                    new Observation.Grouping(cluster, segment),
                    new Observation.Measures(
                            metrics, cost == null ? null : BigDecimal.valueOf(cost), latency, Map.of(), riskEvents),
                    null);
        }
    }
}
