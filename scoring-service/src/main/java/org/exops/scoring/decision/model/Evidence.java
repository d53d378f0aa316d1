package org.exops.scoring.decision.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.exops.scoring.statistics.model.ClusterSums;
import org.jspecify.annotations.Nullable;

/**
 * What was seen offline, as sufficient statistics.
 *
 * @param expectedCases size of the published eval set, else of the union of cases seen in any arm
 */
public record Evidence(long expectedCases, List<Arm> arms, List<Pair> pairs) {

    /** Nothing has arrived. */
    public static final Evidence NONE = new Evidence(0, List.of(), List.of());

    Optional<Arm> arm(String variant) {
        return arms.stream().filter(arm -> arm.variant().equals(variant)).findFirst();
    }

    /** The pair of a treatment; one without a case where there is none. */
    public Pair pair(String control, String treatment) {
        return pairs.stream()
                .filter(pair -> pair.treatment().equals(treatment))
                .findFirst()
                .orElseGet(() -> Pair.none(control, treatment));
    }

    /**
     * One variant.
     *
     * @param cost per case in US dollars, over cases whose cost is known (k = 1)
     */
    public record Arm(String variant, Runs runs, ClusterSums cost, Latency latency) {}

    /** The committed runs of one variant; instants are absent without a run. */
    public record Runs(
            int count,
            List<String> evalSets,
            @Nullable Instant firstStartedAt,
            @Nullable Instant lastStartedAt) {}

    /**
     * Latency per observation, in milliseconds.
     *
     * @param overBudget the indicator of "slower than the budget" by cluster (k = 1)
     */
    public record Latency(
            @Nullable AbstractHistogram histogram, @Nullable ClusterSums overBudget) {}

    /**
     * A treatment against the control on the cases that both ran, differences being treatment minus control.
     *
     * @param score (quality, cost in USD, risk loss in USD) over pairs that have all
     * @param quality (quality, risk loss in USD) over pairs that have a quality
     * @param metrics quality differences per guardrail and, for the target, per segment
     */
    public record Pair(
            String control,
            String treatment,
            Pairing pairing,
            ClusterSums score,
            ClusterSums quality,
            List<PairedMetric> metrics) {

        static Pair none(String control, String treatment) {
            return new Pair(
                    control, treatment, new Pairing(0, 0, 0), ClusterSums.none(3), ClusterSums.none(2), List.of());
        }

        /** Whether the score has enough pairs and clusters for a look. */
        public boolean burnedIn() {
            return Rules.burnedIn(score.n(), score.clusters());
        }

        /** The sums of one metric in one segment; nothing observed where there are none. */
        public ClusterSums difference(String metric, Map<String, String> segment) {
            return metrics.stream()
                    .filter(one -> one.metric().equals(metric) && one.segment().equals(segment))
                    .map(PairedMetric::difference)
                    .findFirst()
                    .orElseGet(() -> ClusterSums.none(1));
        }
    }

    /** How well two arms cover the same cases. */
    public record Pairing(long cases, long missingInControl, long missingInTreatment) {

        /** The cases seen in either arm. */
        long union() {
            return cases + missingInControl + missingInTreatment;
        }
    }

    /** The difference of one metric on the quality scale; an empty segment is everything. */
    public record PairedMetric(String metric, Map<String, String> segment, ClusterSums difference) {}
}
