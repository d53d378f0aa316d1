package org.exops.ingest.aggregate.http;

import java.util.List;
import java.util.Map;
import org.exops.events.v1.EvidenceSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an experiment.
 *
 * @param revision of the snapshot; 0 before the first run
 * @param runs committed eval runs of all variants
 * @param folded whether segment values were folded into {@code other} for their number
 */
public record EvidenceView(
        String experiment,
        long revision,
        String digest,
        int runs,
        long expectedCases,
        boolean folded,
        List<VariantView> variants,
        List<PairView> paired) {

    /** What was seen of one variant. */
    public record VariantView(
            String variant,
            StatusView status,
            List<String> evalSets,
            List<MetricView> metrics,
            CostView costPerCaseUsd,
            @Nullable LatencyView latency) {}

    /** Observations by how they ended. */
    public record StatusView(long ok, long failed, long error, long unscored) {}

    /**
     * A metric in its own unit, repeats of a case averaged first.
     *
     * @param mean failed and errored cases at the bad end of the range; absent without a case
     * @param standardError absent below two cases; between cases, not clusters
     */
    public record MetricView(
            String metric,
            Map<String, String> segment,
            String source,
            long n,
            @Nullable Double mean,
            @Nullable Double standardError,
            long nIfErrorsDropped,
            @Nullable Double meanIfErrorsDropped) {}

    /** Cost over the cases whose cost is known. */
    public record CostView(long n, @Nullable Double mean) {}

    /** Latency per observation, ISO-8601. */
    public record LatencyView(long n, String p50, String p95) {}

    /** How well two arms cover the same cases. */
    public record PairView(
            String control,
            String treatment,
            long cases,
            long clusters,
            long missingInControl,
            long missingInTreatment) {}

    static EvidenceView from(EvidenceSnapshot snapshot) {
        return new EvidenceView(
                snapshot.experiment(),
                snapshot.revision(),
                snapshot.digest(),
                snapshot.arms().stream().mapToInt(arm -> arm.runs().count()).sum(),
                snapshot.expectedCases(),
                snapshot.folded(),
                snapshot.arms().stream().map(EvidenceView::variant).toList(),
                snapshot.pairs().stream().map(EvidenceView::pair).toList());
    }

    private static VariantView variant(EvidenceSnapshot.Arm arm) {
        EvidenceSnapshot.StatusCounts status = arm.status();
        long n = arm.cost().n();
        return new VariantView(
                arm.variant(),
                new StatusView(status.ok(), status.failed(), status.error(), status.unscored()),
                arm.runs().evalSets(),
                SmallSegments.fold(arm.metrics()),
                new CostView(n, n == 0 ? null : arm.cost().sums().get(0) / n),
                Latencies.view(arm.latency()));
    }

    private static PairView pair(EvidenceSnapshot.Pair pair) {
        EvidenceSnapshot.Pairing pairing = pair.pairing();
        return new PairView(
                pair.control(),
                pair.treatment(),
                pairing.cases(),
                pairing.clusters(),
                pairing.missingInControl(),
                pairing.missingInTreatment());
    }
}
