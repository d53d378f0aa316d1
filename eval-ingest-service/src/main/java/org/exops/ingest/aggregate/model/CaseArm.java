package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one case in one arm: means over its repeats. Where repeats disagree on cluster or segment the smallest name
 * holds, so that the order of arrival does not matter.
 */
final class CaseArm {
    private final RunningMean[] metrics;
    private final Map<String, String> segment = new TreeMap<>();
    private RunningMean targetIfErrorsDropped = RunningMean.EMPTY;
    private RunningMean cost = RunningMean.EMPTY;
    private RunningMean risk = RunningMean.EMPTY;
    private RunningMean overBudget = RunningMean.EMPTY;
    private TrialsOfRun trials = TrialsOfRun.NONE;
    private @Nullable String cluster;

    CaseArm(int metrics) {
        this.metrics = new RunningMean[metrics];
        Arrays.fill(this.metrics, RunningMean.EMPTY);
    }

    boolean has(UUID run, int trial) {
        return trials.has(run, trial);
    }

    void add(Plan plan, Set<String> tracked, UUID run, Observation seen) {
        trials = trials.with(run, seen.identity().trial());
        cluster = smaller(cluster, seen.grouping().cluster());
        seen.grouping().segment().forEach((dimension, value) -> {
            if (tracked.contains(dimension)) {
                segment.merge(dimension, value, (left, right) -> left.compareTo(right) <= 0 ? left : right);
            }
        });
        addMetrics(plan, seen);
        addCostAndRisk(plan, seen.measures());
    }

    private void addMetrics(Plan plan, Observation seen) {
        for (int index = 0; index < metrics.length; index++) {
            Metric metric = plan.metrics().get(index);
            boolean target = metric.role() == Metric.Role.TARGET;
            OptionalDouble value = value(metric, target, seen);
            if (value.isEmpty()) {
                continue;
            }
            metrics[index] = metrics[index].with(value.getAsDouble());
            if (target && seen.status() != CaseStatus.ERROR) {
                targetIfErrorsDropped = targetIfErrorsDropped.with(value.getAsDouble());
            }
        }
    }

    // A value that was scored on a failed case is kept; what stands in an error row never was a score.
    private static OptionalDouble value(Metric metric, boolean target, Observation seen) {
        Observation.Measures measures = seen.measures();
        Double scored =
                target ? measures.target(metric.name()) : measures.metrics().get(metric.name());
        return switch (seen.status()) {
            case UNSCORED -> OptionalDouble.empty();
            case ERROR -> target ? OptionalDouble.of(metric.badEnd()) : OptionalDouble.empty();
            case FAILED -> scored == null && target ? OptionalDouble.of(metric.badEnd()) : optional(scored);
            case OK -> optional(scored);
        };
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void addCostAndRisk(Plan plan, Observation.Measures seen) {
        if (seen.costUsd() != null) {
            cost = cost.with(seen.costUsd().doubleValue());
        }
        double loss = seen.riskEvents().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(event -> event.getValue() * plan.losses().getOrDefault(event.getKey(), 0.0))
                .sum();
        risk = risk.with(loss);
        Duration latency = seen.latency();
        Duration budget = plan.latencyBudget();
        if (latency != null && budget != null) {
            overBudget = overBudget.with(latency.compareTo(budget) > 0 ? 1 : 0);
        }
    }

    RunningMean metric(int index) {
        return metrics[index];
    }

    RunningMean targetIfErrorsDropped() {
        return targetIfErrorsDropped;
    }

    RunningMean cost() {
        return cost;
    }

    /** Severity-weighted loss in US dollars; a case without events has lost nothing. */
    Precise risk() {
        return risk.mean();
    }

    /** Per observation with a latency: 1 when it was slower than the budget. */
    RunningMean overBudget() {
        return overBudget;
    }

    @Nullable
    String cluster() {
        return cluster;
    }

    Map<String, String> segment() {
        return segment;
    }

    private static @Nullable String smaller(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.compareTo(right) <= 0 ? left : right;
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(metrics.length);
        for (RunningMean metric : metrics) {
            metric.write(out);
        }
        targetIfErrorsDropped.write(out);
        cost.write(out);
        risk.write(out);
        overBudget.write(out);
        trials.write(out);
        Texts.writeOptional(out, cluster);
        Texts.writeMap(out, segment);
    }

    static CaseArm read(DataInput in) throws IOException {
        CaseArm arm = new CaseArm(in.readShort());
        for (int index = 0; index < arm.metrics.length; index++) {
            arm.metrics[index] = RunningMean.read(in);
        }
        arm.targetIfErrorsDropped = RunningMean.read(in);
        arm.cost = RunningMean.read(in);
        arm.risk = RunningMean.read(in);
        arm.overBudget = RunningMean.read(in);
        arm.trials = TrialsOfRun.read(in);
        arm.cluster = Texts.readOptional(in);
        arm.segment.putAll(Texts.readMap(in));
        return arm;
    }
}
