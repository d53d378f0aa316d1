package org.exops.events.v1;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One computed judgement over a snapshot of evidence, whole: what the API answers, with what the review needs beside it.
 *
 * @param experimentId the record key
 * @param variant the treatment that the recommendation speaks of
 * @param judgeVersion which rules computed it
 * @param gates results of step 1
 * @param comparisons one per treatment; empty when {@code BLOCKED}
 * @param steps what each step of the order of judgement saw
 * @param account what evidence was used
 */
public record VerdictSnapshot(
        UUID verdictId,
        long revision,
        VerdictChange what,
        UUID experimentId,
        String experiment,
        @Nullable String variant,
        VerdictStatus status,
        Instant computedAt,
        long evidenceRevision,
        String evidenceDigest,
        String planDigest,
        String judgeVersion,
        AppliedStrategy strategy,
        List<GateOutcome> gates,
        List<Comparison> comparisons,
        List<Interference> interference,
        Recommendation recommendation,
        boolean needsReview,
        List<Step> steps,
        List<Reason> reasons,
        @Nullable Sensitivity sensitivity,
        Account account)
        implements StateSnapshot {

    /** The pinned strategy with λ_cost = κ_c·C_ref/V and λ_risk = κ_r·R_ref/V. */
    public record AppliedStrategy(
            String name,
            long version,
            double kappaCost,
            double kappaRisk,
            double minimumProbability,
            double lambdaCost,
            double lambdaRisk) {}

    /** One gate: how many exposures were checked of how many. */
    public record GateOutcome(Gate gate, GateResult result, long checked, long exposures) {}

    /**
     * One treatment against its control.
     *
     * @param metrics guardrails and protected segments as tested
     */
    public record Comparison(
            String variant,
            String control,
            EvidenceSource source,
            VerdictStatus status,
            Recommendation recommendation,
            @Nullable Quality quality,
            @Nullable Interval cost,
            @Nullable Interval risk,
            @Nullable Score score,
            @Nullable BudgetOutcome budget,
            List<GuardrailOutcome> guardrails,
            List<SegmentOutcome> segments,
            @Nullable SampleRatio sampleRatio,
            @Nullable Object secondary,
            List<Step> steps,
            List<Reason> reasons) {}

    /** ΔQuality with its always-valid 95% interval; n counts paired cases or units. */
    public record Quality(double delta, double lower, double upper, long n, String method) {}

    /** An estimate with its always-valid 95% interval. */
    public record Interval(double delta, double lower, double upper) {}

    /** S with its always-valid 95% interval. */
    public record Score(double value, double lower, double upper, double standardError, double probabilityPositive) {}

    /**
     * The treatment against its budget.
     *
     * @param withinBudget false when unknown
     */
    public record BudgetOutcome(
            @Nullable Double costPerRequestUsd,
            @Nullable Double costUpperUsd,
            @Nullable BigDecimal maxCostPerRequestUsd,
            @Nullable Duration p95Latency,
            @Nullable Duration p95LatencyUpper,
            @Nullable Duration maxP95Latency,
            boolean withinBudget) {}

    /**
     * A guardrail, or a protected segment of the target, tested for non-inferiority.
     *
     * @param segment empty for a guardrail on everything
     * @param margin as a share of the range
     */
    public record GuardrailOutcome(
            String metric,
            Map<String, String> segment,
            long n,
            @Nullable Double delta,
            @Nullable Double lower,
            @Nullable Double upper,
            double margin,
            boolean proven) {}

    /** The target's quality in one segment; {@code shrunken} is the empirical-Bayes estimate. */
    public record SegmentOutcome(
            Map<String, String> segment,
            long n,
            double delta,
            double lower,
            double upper,
            double shrunken,
            boolean regressed) {}

    /** Whether units fell into the arms as planned. */
    public record SampleRatio(List<Double> expected, List<Long> observed, double pValue, boolean mismatch) {}

    /** Another experiment that ran on the surface meanwhile. */
    public record Interference(
            String experiment, Instant from, @Nullable Instant to) {}

    /** One step of the order of judgement with what it compared. */
    public record Step(String step, String outcome, String value, String threshold) {}

    /**
     * How the score depends on λ.
     *
     * @param grid S over κ × {¼, ½, 1, 2, 4}²
     * @param presets what each built-in strategy would recommend
     */
    public record Sensitivity(
            List<GridPoint> grid,
            List<PresetOutcome> presets,
            @Nullable BreakEven breakEven,
            String text) {}

    /** S at multiples of the pinned κ. */
    public record GridPoint(double costFactor, double riskFactor, double value, double lower, double upper) {}

    /** What a built-in strategy would recommend. */
    public record PresetOutcome(String strategy, double value, Recommendation recommendation) {}

    /**
     * The λ_cost at which S is 0, with its Fieller interval.
     *
     * @param lambdaCost absent when costs do not differ
     * @param unbounded whether the interval has no end
     */
    public record BreakEven(
            @Nullable Double lambdaCost,
            @Nullable Double lower,
            @Nullable Double upper,
            boolean unbounded) {}

    /** The evidence behind a verdict, with counts and digests. */
    public record Account(
            List<ArmAccount> arms, long pairedCases, long clusters, long missingInControl, long missingInTreatment) {}

    /** What one arm brought. */
    public record ArmAccount(
            String variant,
            List<String> evalSets,
            List<EvidenceSnapshot.RunReference> runs,
            EvidenceSnapshot.StatusCounts status,
            @Nullable Double quality,
            @Nullable Double costPerCaseUsd,
            @Nullable Duration p95Latency) {}
}
