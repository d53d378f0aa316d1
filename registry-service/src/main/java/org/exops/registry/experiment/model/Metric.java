package org.exops.registry.experiment.model;

import org.jspecify.annotations.Nullable;

/**
 * One measure.
 *
 * @param nonInferiorityMargin as a share of the range; present for guardrails
 */
public record Metric(
        String name,
        MetricRole role,
        MetricKind kind,
        Direction direction,
        Range range,
        long minimumN,
        @Nullable Double nonInferiorityMargin) {

    public boolean plays(MetricRole expected) {
        return role == expected;
    }

    /** Where values lie; quality is the share of the way from the bad end to the good one. */
    public record Range(double minimum, double maximum) {
        public static final Range UNIT = new Range(0, 1);
    }
}
