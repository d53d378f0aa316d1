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

/** Draws the published snapshot from the sums; at most 256 KiB, since the number and the names of segments are bounded. */
final class SnapshotDrawing {
    private static final int LARGEST = 256 * 1024;

    private final KnownExperiment experiment;
    private final EvidenceTotals totals;
    private final Plan plan;

    SnapshotDrawing(KnownExperiment experiment, EvidenceTotals totals) {
        this.experiment = experiment;
        this.totals = totals;
        this.plan = experiment.plan();
    }

    EvidenceSnapshot draw(long revision, Instant at) {
        EvidenceSnapshot whole = draw(revision, at, true);
        // What nothing is judged on goes first; a snapshot is never refused.
        return EventJson.bytes(whole).length <= LARGEST ? whole : draw(revision, at, false);
    }

    private EvidenceSnapshot draw(long revision, Instant at, boolean diagnostics) {
        List<EvidenceSnapshot.Arm> arms = new ArrayList<>();
        for (int variant = 0; variant < plan.variants().size(); variant++) {
            arms.add(arm(variant, diagnostics));
        }
        List<EvidenceSnapshot.Pair> pairs = new ArrayList<>();
        int[] treatments = plan.treatments();
        for (int pair = 0; pair < treatments.length; pair++) {
            pairs.add(pair(pair, treatments[pair]));
        }
        return new EvidenceSnapshot(
                experiment.id(),
                experiment.key(),
                revision,
                EvidenceChange.AGGREGATED,
                at,
                Digest.ofJson(List.of(totals.cases(), arms, pairs)),
                totals.cases(),
                totals.segments().folded() || !diagnostics,
                arms,
                pairs);
    }

    private EvidenceSnapshot.Arm arm(int variant, boolean diagnostics) {
        ArmTotals arm = totals.arm(variant);
        return new EvidenceSnapshot.Arm(
                plan.variants().get(variant),
                runs(arm.runs()),
                new EvidenceSnapshot.StatusCounts(
                        arm.count(CaseStatus.OK),
                        arm.count(CaseStatus.FAILED),
                        arm.count(CaseStatus.ERROR),
                        arm.count(CaseStatus.UNSCORED)),
                metrics(variant, diagnostics),
                sums(totals.cost(variant)),
                latency(variant, arm));
    }

    private static EvidenceSnapshot.Runs runs(RunTally runs) {
        return new EvidenceSnapshot.Runs(
                runs.count(),
                runs.evalSets(),
                runs.firstStartedAt(),
                runs.lastStartedAt(),
                runs.shown().stream()
                        .map(run -> new EvidenceSnapshot.RunReference(run.id(), run.runId(), run.cases(), run.digest()))
                        .toList());
    }

    private List<EvidenceSnapshot.MetricMoments> metrics(int variant, boolean diagnostics) {
        List<EvidenceSnapshot.MetricMoments> metrics = new ArrayList<>();
        totals.moments().forEach((key, sums) -> {
            Metric metric = plan.metrics().get(key.metric());
            boolean shown = diagnostics || metric.role() != Metric.Role.DIAGNOSTIC;
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

    private EvidenceSnapshot.Pair pair(int pair, int treatment) {
        PairTally tally = totals.pair(pair);
        ClusteredTotal quality = totals.quality(pair);
        return new EvidenceSnapshot.Pair(
                plan.variants().get(plan.control()),
                plan.variants().get(treatment),
                new EvidenceSnapshot.Pairing(
                        tally.cases(), quality.clusters(), tally.missingInControl(), tally.missingInTreatment()),
                sums(totals.score(pair)),
                sums(quality),
                pairedMetrics(pair));
    }

    private List<EvidenceSnapshot.PairedMetric> pairedMetrics(int pair) {
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
            metrics.add(new EvidenceSnapshot.PairedMetric(
                    target, segments.get(number), sums(totals.segment(pair, number))));
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
