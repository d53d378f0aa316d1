package org.exops.events.v1;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people write when they register an experiment, with every default filled in.
 *
 * @param segments each a dimension, or the dimensions of a pair
 * @param traffic share of the treatment by variant name; the control has the rest
 */
public record ExperimentConfiguration(
        String title,
        String surface,
        Target target,
        String hypothesis,
        Business business,
        Plan plan,
        List<Metric> metrics,
        String strategy,
        @Nullable Budget budget,
        List<List<String>> segments,
        Map<String, Double> traffic,
        Run run,
        List<VariantConfiguration> variants,
        List<String> acknowledgedPriorAttempts,
        @Nullable String revises) {

    /**
     * What the outcome is worth.
     *
     * @param valuePerSuccessUsd V, the value of one case going from 0 to 1
     * @param referenceCostUsd C_ref, the usual cost of a case
     * @param riskBudgetUsd R_ref, the loss per case that is bearable
     * @param minimumWorthwhileScore δ, in units of the score
     */
    public record Business(
            String outcome,
            BigDecimal valuePerSuccessUsd,
            BigDecimal referenceCostUsd,
            BigDecimal riskBudgetUsd,
            double minimumWorthwhileScore,
            String decisionOwner,
            List<RiskEvent> riskEvents) {}

    /** A harm that may be counted in a case, with its loss in US dollars. */
    public record RiskEvent(String name, BigDecimal lossUsd) {}

    /**
     * How much evidence is asked for.
     *
     * @param evalSet taken from the control's run when absent
     * @param requiredUnits N, in cases or in units of the smaller arm
     * @param alpha one-sided error of a false rollout
     */
    public record Plan(
            EvidencePlan evidence,
            RandomisationUnit unit,
            @Nullable EvalSet evalSet,
            long requiredUnits,
            Duration minimumDuration,
            Duration deadline,
            Duration maxControlAge,
            double alpha,
            double power,
            List<ProtectedSegment> protectedSegments) {}

    /** An offline test set and its immutable version. */
    public record EvalSet(String name, String version) {}

    /**
     * A segment that must be proven not to lose.
     *
     * @param where value by dimension
     * @param margin in quality points, as a share
     */
    public record ProtectedSegment(Map<String, String> where, double margin, long minimumN) {}

    /**
     * One measure.
     *
     * @param range {@code [min, max]}; quality is the share of the way from the bad end to the good one
     * @param nonInferiorityMargin as a share of the range; present for guardrails
     */
    public record Metric(
            String name,
            MetricRole role,
            MetricKind kind,
            Direction direction,
            List<Double> range,
            long minimumN,
            @Nullable Double nonInferiorityMargin) {}

    /** What a request may cost and how long it may take. */
    public record Budget(
            @Nullable BigDecimal maxCostPerRequestUsd,
            @Nullable Duration maxP95Latency) {}

    /**
     * How it runs on its surface.
     *
     * @param population allowed values by dimension; empty is everyone
     */
    public record Run(
            Priority priority, boolean overlapAllowed, Duration drain, Map<String, List<String>> population) {}
}
