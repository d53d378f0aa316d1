package org.exops.registry.experiment.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much evidence is asked for.
 *
 * @param evidence absent until the risk tier is settled, unless the author chose
 * @param unit absent until the evidence is settled, unless the author chose
 * @param evalSet taken from the control's run when absent
 * @param requiredUnits N, in cases or in units of the smaller arm
 * @param alpha one-sided error of a false rollout
 */
public record Plan(
        @Nullable EvidencePlan evidence,
        @Nullable RandomisationUnit unit,
        @Nullable EvalSet evalSet,
        long requiredUnits,
        Duration minimumDuration,
        Duration deadline,
        Duration maxControlAge,
        double alpha,
        double power,
        List<ProtectedSegment> protectedSegments) {
    public Plan {
        protectedSegments = List.copyOf(protectedSegments);
    }

    /** The same plan with what its author left open filled in: more risk asks for production evidence. */
    public Plan settledFor(RiskTier tier) {
        EvidencePlan settled = settledEvidence(tier);
        return new Plan(
                settled,
                unit != null ? unit : defaultUnit(settled),
                evalSet,
                requiredUnits,
                minimumDuration,
                deadline,
                maxControlAge,
                alpha,
                power,
                protectedSegments);
    }

    public EvidencePlan settledEvidence(RiskTier tier) {
        if (evidence != null) {
            return evidence;
        }
        return tier == RiskTier.LOW ? EvidencePlan.OFFLINE : EvidencePlan.PRODUCTION;
    }

    private static RandomisationUnit defaultUnit(EvidencePlan evidence) {
        return evidence == EvidencePlan.OFFLINE ? RandomisationUnit.CASE : RandomisationUnit.USER;
    }

    /** An offline test set and its immutable version. */
    public record EvalSet(String name, String version) {}

    /**
     * A segment that must be proven not to lose.
     *
     * @param where value by dimension
     * @param margin in quality points, as a share
     */
    public record ProtectedSegment(Map<String, String> where, double margin, long minimumN) {}
}
