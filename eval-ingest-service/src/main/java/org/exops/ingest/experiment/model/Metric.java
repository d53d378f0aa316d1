package org.exops.ingest.experiment.model;

/**
 * A measure of the plan.
 *
 * @param low the low end of its range, in its own unit
 * @param high the high end
 * @param lowerIsBetter whether {@code low} is the good end
 */
public record Metric(String name, Role role, double low, double high, boolean lowerIsBetter) {

    /** What a metric is for. */
    public enum Role {
        TARGET,
        GUARDRAIL,
        DIAGNOSTIC
    }

    public Metric {
        if (!(low < high)) {
            throw new IllegalArgumentException("the range of " + name + " is empty");
        }
    }

    /** Where failed work counts. */
    public double badEnd() {
        return lowerIsBetter ? high : low;
    }

    public boolean covers(double value) {
        return value >= low && value <= high;
    }
}
