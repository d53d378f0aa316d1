package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.exops.ingest.experiment.model.Plan;

/** The accumulators of one experiment: everything that its snapshot says, of a size that does not grow with the evidence. */
public final class EvidenceTotals {
    private final Plan plan;
    private final List<ArmTotals> arms = new ArrayList<>();
    private final List<PairTally> pairs = new ArrayList<>();
    private final SortedMap<MomentKey, MetricSums> moments = new TreeMap<>();
    private final Map<Series, ClusteredTotal> clustered = new HashMap<>();
    private SegmentDirectory segments;
    private long cases;

    public EvidenceTotals(Plan plan) {
        this.plan = plan;
        this.segments = new SegmentDirectory(plan.segmentation());
        plan.variants().forEach(variant -> arms.add(new ArmTotals()));
        for (int pair = 1; pair < plan.variants().size(); pair++) {
            pairs.add(new PairTally());
        }
    }

    public Plan plan() {
        return plan;
    }

    /** Cases seen in any arm. */
    public long cases() {
        return cases;
    }

    public SegmentDirectory segments() {
        return segments;
    }

    /** By number of the variant. */
    public ArmTotals arm(int variant) {
        return arms.get(variant);
    }

    /** By number of the pair. */
    public PairTally pair(int pair) {
        return pairs.get(pair);
    }

    /** Each metric of each arm that has values, everything first, then by segment. */
    public SortedMap<MomentKey, MetricSums> moments() {
        return moments;
    }

    /** Cost per case in US dollars (k = 1). */
    public ClusteredTotal cost(int variant) {
        return clustered(Series.cost(variant));
    }

    /** "Slower than the budget's p95", per observation (k = 1). */
    public ClusteredTotal overBudget(int variant) {
        return clustered(Series.overBudget(variant));
    }

    /** Differences of (quality, cost, risk loss), k = 3. */
    public ClusteredTotal score(int pair) {
        return clustered(Series.score(pair));
    }

    /** Differences of (quality, risk loss), k = 2. */
    public ClusteredTotal quality(int pair) {
        return clustered(Series.quality(pair));
    }

    /** Quality differences of one metric (k = 1). */
    public ClusteredTotal metric(int pair, int metric) {
        return clustered(Series.metric(pair, metric));
    }

    /** Quality differences of the target in one segment (k = 1). */
    public ClusteredTotal segment(int pair, int segment) {
        return clustered(Series.segment(pair, segment));
    }

    ClusteredTotal clustered(Series series) {
        return clustered.computeIfAbsent(series, absent -> new ClusteredTotal(series.components()));
    }

    void countCase(int sign) {
        cases += sign;
    }

    void count(MomentKey key, RunningMean all, RunningMean ifErrorsDropped, int sign) {
        if (!all.known()) {
            return;
        }
        MetricSums sums = moments.computeIfAbsent(key, absent -> new MetricSums(new MomentSum(), new MomentSum()));
        change(sums.all(), all, sign);
        change(sums.ifErrorsDropped(), ifErrorsDropped, sign);
    }

    private static void change(MomentSum sum, RunningMean value, int sign) {
        if (!value.known()) {
            return;
        }
        if (sign > 0) {
            sum.add(value.mean());
        } else {
            sum.remove(value.mean());
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(cases);
        segments.write(out);
        for (ArmTotals arm : arms) {
            arm.write(out);
        }
        for (PairTally pair : pairs) {
            pair.write(out);
        }
        out.writeInt(moments.size());
        for (Map.Entry<MomentKey, MetricSums> entry : moments.entrySet()) {
            entry.getKey().write(out);
            entry.getValue().all().write(out);
            entry.getValue().ifErrorsDropped().write(out);
        }
        out.writeInt(clustered.size());
        for (Map.Entry<Series, ClusteredTotal> entry : clustered.entrySet()) {
            entry.getKey().write(out);
            entry.getValue().write(out);
        }
    }

    static EvidenceTotals read(DataInput in, Plan plan) throws IOException {
        EvidenceTotals totals = new EvidenceTotals(plan);
        totals.cases = in.readLong();
        totals.segments = SegmentDirectory.read(in, plan.segmentation());
        for (int variant = 0; variant < totals.arms.size(); variant++) {
            totals.arms.set(variant, ArmTotals.read(in));
        }
        for (int pair = 0; pair < totals.pairs.size(); pair++) {
            totals.pairs.set(pair, PairTally.read(in));
        }
        int metrics = in.readInt();
        for (int index = 0; index < metrics; index++) {
            totals.moments.put(MomentKey.read(in), new MetricSums(MomentSum.read(in), MomentSum.read(in)));
        }
        int series = in.readInt();
        for (int index = 0; index < series; index++) {
            Series named = Series.read(in);
            totals.clustered.put(named, ClusteredTotal.read(in, named.components()));
        }
        return totals;
    }
}
