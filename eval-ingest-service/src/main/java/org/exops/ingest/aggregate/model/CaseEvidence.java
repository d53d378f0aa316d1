package org.exops.ingest.aggregate.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.jspecify.annotations.Nullable;

/** Everything that one case says, arm by arm and pair by pair: told in full before and after a change, so the change is exact. */
final class CaseEvidence {
    private final String caseId;
    private final Plan plan;
    private final SegmentDirectory segments;
    private final Map<Integer, CaseArm> arms = new TreeMap<>();

    CaseEvidence(String caseId, Plan plan, SegmentDirectory segments) {
        this.caseId = caseId;
        this.plan = plan;
        this.segments = segments;
    }

    /** Takes what a case says. */
    interface Listener {
        void part(String cluster, Series series, GroupSum part);

        void moment(MomentKey key, RunningMean all, RunningMean ifErrorsDropped);

        void pairing(int pair, boolean inControl, boolean inTreatment);

        void seen();
    }

    void put(int variant, CaseArm arm) {
        arms.put(variant, arm);
    }

    CaseArm arm(int variant) {
        return arms.computeIfAbsent(
                variant, absent -> new CaseArm(plan.metrics().size()));
    }

    List<CaseArm> arms() {
        return List.copyOf(arms.values());
    }

    void tell(Listener listener) {
        if (arms.isEmpty()) {
            return;
        }
        listener.seen();
        arms.forEach((variant, arm) -> tellArm(listener, variant, arm));
        int[] treatments = plan.treatments();
        for (int pair = 0; pair < treatments.length; pair++) {
            tellPair(listener, pair, arms.get(plan.control()), arms.get(treatments[pair]));
        }
    }

    private void tellArm(Listener listener, int variant, CaseArm arm) {
        String cluster = arm.cluster() == null ? caseId : arm.cluster();
        if (arm.cost().known()) {
            listener.part(cluster, Series.cost(variant), one(arm.cost().mean()));
        }
        if (arm.overBudget().known()) {
            GroupSum observations =
                    new GroupSum(arm.overBudget().n(), List.of(arm.overBudget().sum()));
            listener.part(cluster, Series.overBudget(variant), observations);
        }
        int target = plan.target();
        for (int metric = 0; metric < plan.metrics().size(); metric++) {
            RunningMean all = arm.metric(metric);
            RunningMean dropped = metric == target ? arm.targetIfErrorsDropped() : all;
            listener.moment(new MomentKey(variant, metric, MomentKey.EVERYTHING), all, dropped);
        }
        for (int segment : segments.of(arm.segment())) {
            listener.moment(new MomentKey(variant, target, segment), arm.metric(target), arm.targetIfErrorsDropped());
        }
    }

    private void tellPair(Listener listener, int pair, @Nullable CaseArm control, @Nullable CaseArm treatment) {
        int target = plan.target();
        boolean inControl = control != null && control.metric(target).known();
        boolean inTreatment = treatment != null && treatment.metric(target).known();
        listener.pairing(pair, inControl, inTreatment);
        if (control == null || treatment == null) {
            return;
        }
        String cluster = cluster(control, treatment);
        for (int metric = 0; metric < plan.metrics().size(); metric++) {
            boolean judged = plan.metrics().get(metric).role() != Metric.Role.DIAGNOSTIC;
            if (judged
                    && control.metric(metric).known()
                    && treatment.metric(metric).known()) {
                listener.part(cluster, Series.metric(pair, metric), one(difference(metric, control, treatment)));
            }
        }
        if (inControl && inTreatment) {
            tellScore(listener, pair, cluster, control, treatment);
        }
    }

    private void tellScore(Listener listener, int pair, String cluster, CaseArm control, CaseArm treatment) {
        Precise quality = difference(plan.target(), control, treatment);
        Precise risk = treatment.risk().minus(control.risk());
        listener.part(cluster, Series.quality(pair), new GroupSum(1, List.of(quality, risk)));
        if (control.cost().known() && treatment.cost().known()) {
            Precise cost = treatment.cost().mean().minus(control.cost().mean());
            listener.part(cluster, Series.score(pair), new GroupSum(1, List.of(quality, cost, risk)));
        }
        Map<String, String> values = new TreeMap<>(treatment.segment());
        values.putAll(control.segment());
        for (int segment : segments.of(values)) {
            listener.part(cluster, Series.segment(pair, segment), one(quality));
        }
    }

    // Where the arms disagree the control's cluster holds.
    private String cluster(CaseArm control, CaseArm treatment) {
        if (control.cluster() != null) {
            return control.cluster();
        }
        return treatment.cluster() == null ? caseId : treatment.cluster();
    }

    /** Treatment minus control, mapped to quality: (x − min)/(max − min), turned round where lower is better. */
    private Precise difference(int index, CaseArm control, CaseArm treatment) {
        Metric metric = plan.metrics().get(index);
        Precise raw = treatment.metric(index).mean().minus(control.metric(index).mean());
        Precise range = Precise.of(metric.high()).minus(Precise.of(metric.low()));
        return raw.over(range).times(metric.lowerIsBetter() ? -1 : 1);
    }

    private static GroupSum one(Precise value) {
        return new GroupSum(1, List.of(value));
    }
}
