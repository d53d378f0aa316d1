package org.exops.events.v1;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sufficient statistics of one experiment's evidence; a committed run is in it whole or not at all.
 *
 * @param experimentId the record key
 * @param experiment the experiment's key
 * @param digest {@code sha256:} + hex over the statistics
 * @param expectedCases size of the published eval set, else of the union of cases seen in any arm
 * @param folded whether segment values were folded into {@code other} to keep the snapshot small
 * @param arms one per variant, in the order of the configuration
 * @param pairs one per treatment, against the control
 */
public record EvidenceSnapshot(
        UUID experimentId,
        String experiment,
        long revision,
        EvidenceChange what,
        Instant at,
        String digest,
        long expectedCases,
        boolean folded,
        List<Arm> arms,
        List<Pair> pairs)
        implements StateSnapshot {

    /**
     * What was seen of one variant offline.
     *
     * @param cost per case in US dollars, over cases whose cost is known (k = 1)
     */
    public record Arm(
            String variant,
            Runs runs,
            StatusCounts status,
            List<MetricMoments> metrics,
            ClusteredSums cost,
            Latency latency) {}

    /**
     * The committed eval runs of one variant.
     *
     * @param evalSets distinct {@code name@version}
     * @param runs the first 20
     */
    public record Runs(
            int count,
            List<String> evalSets,
            @Nullable Instant firstStartedAt,
            @Nullable Instant lastStartedAt,
            List<RunReference> runs) {}

    /** One committed run with the digest of its content. */
    public record RunReference(String id, String runId, long cases, String digest) {}

    /** Observations by how they ended. */
    public record StatusCounts(long ok, long failed, long error, long unscored) {}

    /**
     * A metric of one arm in its own unit, repeats of a case averaged first.
     *
     * @param segment value by dimension; empty is everything
     * @param all failed and errored cases at the bad end of the range
     * @param ifErrorsDropped without errored cases
     */
    public record MetricMoments(
            String metric, Map<String, String> segment, EvidenceSource source, Moments all, Moments ifErrorsDropped) {}

    /**
     * Count, mean and sum of squared deviations from the mean.
     *
     * @param m2 Σ(x − mean)²
     */
    public record Moments(long n, double mean, double m2) {}

    /**
     * Latency per observation.
     *
     * @param histogram base64 of a compressed HdrHistogram (V2), milliseconds, 1 to 3,600,000, three digits; absent if n = 0
     * @param overBudget the indicator of "slower than the budget's p95" (k = 1); absent without such a budget
     */
    public record Latency(
            long n, @Nullable String histogram, @Nullable ClusteredSums overBudget) {}

    /**
     * A treatment against the control on the cases that both ran; differences are treatment minus control, repeats averaged.
     *
     * @param score differences of (quality, cost in USD, risk loss in USD) over pairs that have all (k = 3)
     * @param quality differences of (quality, risk loss in USD) over pairs that have a quality (k = 2)
     * @param metrics quality differences per guardrail and, for the target, per segment too (k = 1)
     */
    public record Pair(
            String control,
            String treatment,
            Pairing pairing,
            ClusteredSums score,
            ClusteredSums quality,
            List<PairedMetric> metrics) {}

    /** How well the two arms cover the same cases. */
    public record Pairing(long cases, long clusters, long missingInControl, long missingInTreatment) {}

    /**
     * The difference of one metric, mapped to quality by its range and direction.
     *
     * @param segment value by dimension; empty is everything
     */
    public record PairedMetric(String metric, Map<String, String> segment, ClusteredSums difference) {}
}
