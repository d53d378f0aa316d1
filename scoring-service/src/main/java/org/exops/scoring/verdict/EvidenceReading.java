package org.exops.scoring.verdict;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.exops.events.v1.ClusteredSums;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.scoring.decision.model.Evidence;
import org.exops.scoring.statistics.model.ClusterSums;
import org.jspecify.annotations.Nullable;

/** What the judge takes from an evidence snapshot. */
final class EvidenceReading {
    private EvidenceReading() {}

    /** Fails with {@link IllegalArgumentException} on sums or histograms that cannot be. */
    static Evidence of(@Nullable EvidenceSnapshot snapshot) {
        return snapshot == null
                ? Evidence.NONE
                : new Evidence(
                        snapshot.expectedCases(),
                        snapshot.arms().stream().map(EvidenceReading::arm).toList(),
                        snapshot.pairs().stream().map(EvidenceReading::pair).toList());
    }

    private static Evidence.Arm arm(EvidenceSnapshot.Arm arm) {
        EvidenceSnapshot.Runs runs = arm.runs();
        ClusteredSums overBudget = arm.latency().overBudget();
        return new Evidence.Arm(
                arm.variant(),
                new Evidence.Runs(runs.count(), runs.evalSets(), runs.firstStartedAt(), runs.lastStartedAt()),
                sums(arm.cost()),
                new Evidence.Latency(
                        histogram(arm.latency().histogram()), overBudget == null ? null : sums(overBudget)));
    }

    private static Evidence.Pair pair(EvidenceSnapshot.Pair pair) {
        EvidenceSnapshot.Pairing pairing = pair.pairing();
        return new Evidence.Pair(
                pair.control(),
                pair.treatment(),
                new Evidence.Pairing(pairing.cases(), pairing.missingInControl(), pairing.missingInTreatment()),
                sums(pair.score()),
                sums(pair.quality()),
                pair.metrics().stream()
                        .map(metric ->
                                new Evidence.PairedMetric(metric.metric(), metric.segment(), sums(metric.difference())))
                        .toList());
    }

    private static ClusterSums sums(ClusteredSums sums) {
        return new ClusterSums(
                sums.n(), sums.clusters(), sums.sums(), sums.crossProducts(), sums.sizeWeighted(), sums.sizeSquares());
    }

    static @Nullable AbstractHistogram histogram(@Nullable String encoded) {
        if (encoded == null) {
            return null;
        }
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
        } catch (DataFormatException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IllegalArgumentException("Not a histogram of latencies", e);
        }
    }
}
