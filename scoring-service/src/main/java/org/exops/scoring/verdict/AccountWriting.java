package org.exops.scoring.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.exops.events.v1.Direction;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.statistics.model.LatencyQuantile;
import org.exops.scoring.statistics.model.Published;
import org.jspecify.annotations.Nullable;

/** Writes which evidence a verdict rests on. */
final class AccountWriting {
    private static final double SHARE = 0.95;

    private AccountWriting() {}

    static VerdictSnapshot.Account of(
            ExperimentSnapshot experiment, @Nullable EvidenceSnapshot evidence, String treatment) {
        if (evidence == null) {
            return new VerdictSnapshot.Account(List.of(), 0, 0, 0, 0);
        }
        ExperimentConfiguration.Metric target =
                PlanReading.target(experiment.configuration().metrics());
        EvidenceSnapshot.Pairing pairing = evidence.pairs().stream()
                .filter(pair -> pair.treatment().equals(treatment))
                .map(EvidenceSnapshot.Pair::pairing)
                .findFirst()
                .orElse(new EvidenceSnapshot.Pairing(0, 0, 0, 0));
        return new VerdictSnapshot.Account(
                evidence.arms().stream().map(arm -> arm(arm, target)).toList(),
                pairing.cases(),
                pairing.clusters(),
                pairing.missingInControl(),
                pairing.missingInTreatment());
    }

    private static VerdictSnapshot.ArmAccount arm(EvidenceSnapshot.Arm arm, ExperimentConfiguration.Metric target) {
        return new VerdictSnapshot.ArmAccount(
                arm.variant(),
                arm.runs().evalSets(),
                arm.runs().runs(),
                arm.status(),
                quality(arm, target).orElse(null),
                arm.cost().n() == 0
                        ? null
                        : Published.of(arm.cost().sums().get(0) / arm.cost().n()),
                p95(arm.latency().histogram()));
    }

    /** The target's mean as a share of the way from the bad end of its range to the good one. */
    private static Optional<Double> quality(EvidenceSnapshot.Arm arm, ExperimentConfiguration.Metric target) {
        double low = target.range().get(0);
        double width = target.range().get(1) - low;
        return arm.metrics().stream()
                .filter(metric -> metric.metric().equals(target.name())
                        && metric.segment().isEmpty()
                        && metric.all().n() > 0)
                .findFirst()
                .map(metric -> (metric.all().mean() - low) / width)
                .map(share -> Published.of(target.direction() == Direction.LOWER_IS_BETTER ? 1 - share : share));
    }

    private static @Nullable Duration p95(@Nullable String encoded) {
        AbstractHistogram histogram = EvidenceReading.histogram(encoded);
        return histogram == null || histogram.getTotalCount() == 0
                ? null
                : VerdictWriting.millis(
                        LatencyQuantile.of(histogram, SHARE, 0, 1).value());
    }
}
