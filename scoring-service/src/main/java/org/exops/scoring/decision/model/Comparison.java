package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One treatment against its control, offline.
 *
 * @param guardrails guardrails and protected segments as tested
 * @param segments values of the target metric with enough observations
 */
public record Comparison(
        String treatment,
        String control,
        Conclusion conclusion,
        Effects effects,
        @Nullable BudgetOutcome budget,
        List<GuardrailOutcome> guardrails,
        List<SegmentOutcome> segments,
        Look look) {

    /** Quality, cost in units of C_ref, risk in units of R_ref, and the score; each absent below ten clusters. */
    public record Effects(
            @Nullable Effect quality,
            @Nullable Effect cost,
            @Nullable Effect risk,
            @Nullable Score score) {}

    /** A difference with its always-valid 95% interval. */
    public record Effect(double delta, double lower, double upper, long n) {}

    /** S with its always-valid 95% interval. */
    public record Score(double value, double lower, double upper, double standardError, double probabilityPositive) {}

    /** A guardrail, or a protected segment of the target, tested for non-inferiority. */
    public record GuardrailOutcome(
            String metric,
            Map<String, String> segment,
            @Nullable Effect effect,
            long n,
            double margin,
            boolean proven) {}

    /** The target's quality in one segment, raw and shrunken. */
    public record SegmentOutcome(Map<String, String> segment, Effect effect, double shrunken, boolean regressed) {}
}
