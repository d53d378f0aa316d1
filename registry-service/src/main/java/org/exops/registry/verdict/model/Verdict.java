package org.exops.registry.verdict.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest judgement over an experiment's evidence, as far as a decision and a review need it.
 *
 * @param variant the treatment that the recommendation speaks of
 * @param comparisons one per treatment; empty when blocked
 */
public record Verdict(
        UUID id,
        UUID experimentId,
        long revision,
        Instant computedAt,
        VerdictStatus status,
        Recommendation recommendation,
        @Nullable String variant,
        boolean needsReview,
        Basis basis,
        List<GateOutcome> gates,
        List<TreatmentOutcome> comparisons,
        List<Overlap> interference,
        List<Finding> reasons,
        @Nullable String sensitivity,
        List<ArmEvidence> evidence,
        Pairs pairs) {

    /** The comparison of one treatment, if it could be computed. */
    public Optional<TreatmentOutcome> of(String treatment) {
        return comparisons.stream()
                .filter(outcome -> outcome.variant().equals(treatment))
                .findFirst();
    }

    /** Whether anything was seen of any variant. */
    public boolean hasEvidence() {
        return evidence.stream()
                .anyMatch(arm -> !arm.runs().isEmpty() || arm.cases().total() > 0);
    }

    /**
     * What it was computed from and by which rules.
     *
     * @param digest {@code sha256:} + hex over the sufficient statistics
     */
    public record Basis(
            long evidenceRevision,
            String digest,
            String planDigest,
            String judgeVersion,
            double lambdaCost,
            double lambdaRisk) {}

    /** A gate with how many exposures were checked of how many. */
    public record GateOutcome(String gate, String result, long checked, long exposures) {}

    /** A code with the sentence that people read. */
    public record Finding(String code, String text) {}

    /** Another experiment that ran on the surface meanwhile. */
    public record Overlap(
            String experiment, Instant from, @Nullable Instant to) {}

    /** How well the arms cover the same cases. */
    public record Pairs(long cases, long clusters, long missingInControl, long missingInTreatment) {}
}
