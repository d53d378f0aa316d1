package org.exops.registry.verdict.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One treatment against its control.
 *
 * @param quality ΔQuality on the unit scale
 * @param cost Δcost as a share of the reference cost
 * @param risk Δrisk as a share of the risk budget
 * @param score ΔQuality − λ_cost·ΔCost − λ_risk·ΔRisk
 */
public record TreatmentOutcome(
        String variant,
        String control,
        VerdictStatus status,
        Recommendation recommendation,
        @Nullable Estimate quality,
        @Nullable Estimate cost,
        @Nullable Estimate risk,
        @Nullable Estimate score,
        @Nullable BudgetOutcome budget,
        List<Guarded> guarded,
        List<Segment> segments,
        List<Verdict.Finding> reasons) {

    /** A value with its always-valid 95% interval. */
    public record Estimate(double value, double lower, double upper) {}

    /** What a request cost and how long it took, against what it may. */
    public record BudgetOutcome(
            @Nullable Double costPerRequestUsd,
            @Nullable BigDecimal maxCostPerRequestUsd,
            @Nullable Duration p95Latency,
            @Nullable Duration maxP95Latency,
            boolean withinBudget) {}

    /**
     * A guardrail, or a protected segment of the target, tested for non-inferiority.
     *
     * @param segment value by dimension; empty is everything
     */
    public record Guarded(
            String metric,
            Map<String, String> segment,
            long n,
            @Nullable Double lower,
            double margin,
            boolean proven) {}

    /** The target's quality in one segment. */
    public record Segment(
            Map<String, String> where, long n, double delta, double lower, double upper, boolean regressed) {}
}
