package org.exops.ingest.run.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as one variant ran it once; what is absent is missing, never 0.
 *
 * @param line where it stood in what was sent, from 1
 */
public record Observation(
        long line,
        Identity identity,
        CaseStatus status,
        Grouping grouping,
        Measures measures,
        @Nullable String traceId) {

    /**
     * The metric name of a tool's own verdict on a case, for a sender that does not say which metric it is: counts as the plan's
     * target unless the case has a value of that very name.
     */
    public static final String TOOL_VERDICT = "@target";

    /**
     * Begins the name under which a case says that a score was mapped to the metric whose name follows, though the case has none:
     * the tool's verdict does not stand in for it. So evidence means the same whether its plan was known when it was read or not.
     */
    public static final String MAPPED = "@mapped:";

    /**
     * Which case.
     *
     * @param trial repeats of a case count from 0
     */
    public record Identity(String variant, String caseId, int trial) {}

    /**
     * What a case belongs to.
     *
     * @param cluster the case itself when absent
     * @param segment value by dimension
     */
    public record Grouping(@Nullable String cluster, Map<String, String> segment) {
        public Grouping {
            segment = Map.copyOf(segment);
        }
    }

    /**
     * What was measured.
     *
     * @param metrics values in the metric's own unit
     * @param tokens counts by kind
     * @param riskEvents counts by name
     */
    public record Measures(
            Map<String, Double> metrics,
            @Nullable BigDecimal costUsd,
            @Nullable Duration latency,
            Map<String, Long> tokens,
            Map<String, Long> riskEvents) {
        public Measures {
            metrics = Map.copyOf(metrics);
            tokens = Map.copyOf(tokens);
            riskEvents = Map.copyOf(riskEvents);
        }

        /** The value of the plan's target: its own, else the tool's verdict unless a score was mapped to the target. */
        public @Nullable Double target(String name) {
            Double own = metrics.get(name);
            return own != null || metrics.containsKey(MAPPED + name) ? own : metrics.get(TOOL_VERDICT);
        }
    }

    public Observation onTrial(int trial) {
        return new Observation(
                line, new Identity(identity.variant(), identity.caseId(), trial), status, grouping, measures, traceId);
    }
}
