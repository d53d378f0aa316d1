package org.exops.ingest.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.exops.events.v1.ClusteredSums;
import org.exops.events.v1.EvidenceChange;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.EvidenceSource;
import org.exops.ingest.aggregate.model.ArmTotals;
import org.exops.ingest.aggregate.model.ClusteredTotal;
import org.exops.ingest.aggregate.model.EvidenceTotals;
import org.exops.ingest.aggregate.model.MomentKey;
import org.exops.ingest.aggregate.model.MomentSum;
import org.exops.ingest.aggregate.model.PairTally;
import org.exops.ingest.aggregate.model.RunTally;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.kit.digest.Digest;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * Draws the published snapshot from the sums, at most 256 KiB: what is too large leaves out what nothing is judged on, then
 * segments that are not protected, the latest first, then references to runs. It says {@code folded}, and is never refused.
 */
final class SnapshotDrawing {
    private static final int LARGEST = 256 * 1024;
    private static final int ALL = Integer.MAX_VALUE;
    private static final List<Detail> DETAILS = List.of(
            new Detail(true, ALL, ALL),
            new Detail(false, ALL, ALL),
            new Detail(false, 32, ALL),
            new Detail(false, 16, ALL),
            new Detail(false, 8, ALL),
            new Detail(false, 4, ALL),
            new Detail(false, 0, ALL),
            new Detail(false, 0, 4),
            new Detail(false, 0, 0));

    private final KnownExperiment experiment;
    private final EvidenceTotals totals;
    private final Plan plan;

    SnapshotDrawing(KnownExperiment experiment, EvidenceTotals totals) {
        this.experiment = experiment;
        this.totals = totals;
        this.plan = experiment.plan();
    }

    /**
     * How much is shown.
     *
     * @param segments how many, the protected ones in any case
     * @param runs how many references per arm
     */
    private record Detail(boolean diagnostics, int segments, int runs) {}

    EvidenceSnapshot draw(long revision, Instant at) {
        EvidenceSnapshot drawn = draw(revision, at, DETAILS.get(0));
        for (int next = 1; next < DETAILS.size() && EventJson.bytes(drawn).length > LARGEST; next++) {
            drawn = draw(revision, at, DETAILS.get(next));
        }
        return drawn;
    }

    private EvidenceSnapshot draw(long revision, Instant at, Detail detail) {
        List<EvidenceSnapshot.Arm> arms = new ArrayList<>();
        for (int variant = 0; variant < plan.variants().size(); variant++) {
            arms.add(arm(variant, detail));
        }
        List<EvidenceSnapshot.Pair> pairs = new ArrayList<>();
        int[] treatments = plan.treatments();
        for (int pair = 0; pair < treatments.length; pair++) {
            pairs.add(pair(pair, treatments[pair], detail));
        }
        return new EvidenceSnapshot(
                experiment.id(),
                experiment.key(),
                revision,
                EvidenceChange.AGGREGATED,
                at,
                Digest.ofJson(List.of(totals.cases(), arms, pairs)),
                totals.cases(),
                totals.segments().folded() || !detail.diagnostics(),
                arms,
                pairs);
    }

    private EvidenceSnapshot.Arm arm(int variant, Detail detail) {
        ArmTotals arm = totals.arm(variant);
        return new EvidenceSnapshot.Arm(
                plan.variants().get(variant),
                runs(arm.runs(), detail),
                new EvidenceSnapshot.StatusCounts(
                        arm.count(CaseStatus.OK),
                        arm.count(CaseStatus.FAILED),
                        arm.count(CaseStatus.ERROR),
                        arm.count(CaseStatus.UNSCORED)),
                metrics(variant, detail),
                sums(totals.cost(variant)),
                latency(variant, arm));
    }

    private static EvidenceSnapshot.Runs runs(RunTally runs, Detail detail) {
        return new EvidenceSnapshot.Runs(
                runs.count(),
                runs.evalSets(),
                runs.firstStartedAt(),
                runs.lastStartedAt(),
                runs.shown().stream()
                        .limit(detail.runs())
                        .map(run -> new EvidenceSnapshot.RunReference(run.id(), run.runId(), run.cases(), run.digest()))
                        .toList());
    }

    private List<EvidenceSnapshot.MetricMoments> metrics(int variant, Detail detail) {
        List<EvidenceSnapshot.MetricMoments> metrics = new ArrayList<>();
        totals.moments().forEach((key, sums) -> {
            Metric metric = plan.metrics().get(key.metric());
            boolean shown =
                    shows(key.segment(), detail) && (detail.diagnostics() || metric.role() != Metric.Role.DIAGNOSTIC);
            if (key.variant() == variant && sums.all().n() > 0 && shown) {
                metrics.add(new EvidenceSnapshot.MetricMoments(
                        metric.name(),
                        segment(key.segment()),
                        EvidenceSource.OFFLINE,
                        moments(sums.all()),
                        moments(sums.ifErrorsDropped())));
            }
        });
        return metrics;
    }

    // Protected ones have the first numbers.
    private boolean shows(int segment, Detail detail) {
        long own = plan.segmentation().protectedSegments().stream().distinct().count();
        return segment == MomentKey.EVERYTHING || segment < own || segment < detail.segments();
    }

    private Map<String, String> segment(int number) {
        return number == MomentKey.EVERYTHING
                ? Map.of()
                : totals.segments().known().get(number);
    }

    private EvidenceSnapshot.Latency latency(int variant, ArmTotals arm) {
        long n = arm.latencies().getTotalCount();
        @Nullable String histogram = n == 0 ? null : Base64.getEncoder().encodeToString(arm.compressedLatencies());
        return new EvidenceSnapshot.Latency(
                n, histogram, plan.latencyBudget() == null ? null : sums(totals.overBudget(variant)));
    }

    private EvidenceSnapshot.Pair pair(int pair, int treatment, Detail detail) {
        PairTally tally = totals.pair(pair);
        ClusteredTotal quality = totals.quality(pair);
        return new EvidenceSnapshot.Pair(
                plan.variants().get(plan.control()),
                plan.variants().get(treatment),
                new EvidenceSnapshot.Pairing(
                        tally.cases(), quality.clusters(), tally.missingInControl(), tally.missingInTreatment()),
                sums(totals.score(pair)),
                sums(quality),
                pairedMetrics(pair, detail));
    }

    private List<EvidenceSnapshot.PairedMetric> pairedMetrics(int pair, Detail detail) {
        List<EvidenceSnapshot.PairedMetric> metrics = new ArrayList<>();
        for (int index = 0; index < plan.metrics().size(); index++) {
            Metric metric = plan.metrics().get(index);
            if (metric.role() != Metric.Role.DIAGNOSTIC) {
                metrics.add(
                        new EvidenceSnapshot.PairedMetric(metric.name(), Map.of(), sums(totals.metric(pair, index))));
            }
        }
        String target = plan.metrics().get(plan.target()).name();
        List<Map<String, String>> segments = totals.segments().known();
        for (int number = 0; number < segments.size(); number++) {
            if (shows(number, detail)) {
                metrics.add(new EvidenceSnapshot.PairedMetric(
                        target, segments.get(number), sums(totals.segment(pair, number))));
            }
        }
        return metrics;
    }

    private static EvidenceSnapshot.Moments moments(MomentSum sum) {
        return new EvidenceSnapshot.Moments(sum.n(), sum.mean(), sum.m2());
    }

    private static ClusteredSums sums(ClusteredTotal total) {
        return new ClusteredSums(
                total.n(),
                total.clusters(),
                total.sums(),
                total.crossProducts(),
                total.sizeWeighted(),
                total.sizeSquares());
    }
}
