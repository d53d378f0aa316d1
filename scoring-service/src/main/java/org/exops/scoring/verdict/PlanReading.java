package org.exops.scoring.verdict;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.MetricRole;
import org.exops.events.v1.VariantConfiguration;
import org.exops.events.v1.VariantRole;
import org.exops.scoring.decision.model.Plan;
import org.exops.scoring.decision.model.Strategy;
import org.jspecify.annotations.Nullable;

/** What the judge takes from an experiment's snapshot. */
final class PlanReading {
    private PlanReading() {}

    /** Fails with {@link IllegalArgumentException} on a plan that cannot be judged. */
    static Plan of(ExperimentSnapshot experiment) {
        ExperimentConfiguration configuration = experiment.configuration();
        ExperimentConfiguration.Plan plan = configuration.plan();
        return new Plan(
                scope(experiment),
                new Plan.Schedule(
                        experiment.plan().registeredAt(),
                        experiment.plan().deadlineAt(),
                        plan.minimumDuration(),
                        plan.maxControlAge()),
                new Plan.Demand(plan.requiredUnits(), plan.alpha(), plan.power()),
                worth(configuration.business()),
                strategy(experiment.plan().strategy()),
                measures(configuration),
                budget(configuration.budget()));
    }

    private static Plan.Scope scope(ExperimentSnapshot experiment) {
        ExperimentConfiguration configuration = experiment.configuration();
        List<String> treatments = names(configuration, VariantRole.TREATMENT);
        ExperimentConfiguration.EvalSet evalSet = configuration.plan().evalSet();
        return new Plan.Scope(
                target(configuration),
                tier(experiment),
                deciding(configuration),
                names(configuration, VariantRole.CONTROL).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("An experiment has a control")),
                treatments,
                evalSet == null ? null : evalSet.name() + "@" + evalSet.version());
    }

    private static Plan.Target target(ExperimentConfiguration configuration) {
        return switch (configuration.target()) {
            case PROMPT -> Plan.Target.PROMPT;
            case MODEL -> Plan.Target.MODEL;
            case WORKFLOW -> Plan.Target.WORKFLOW;
        };
    }

    private static Plan.Tier tier(ExperimentSnapshot experiment) {
        return switch (experiment.risk().tier()) {
            case LOW -> Plan.Tier.LOW;
            case ELEVATED -> Plan.Tier.ELEVATED;
            case HIGH -> Plan.Tier.HIGH;
        };
    }

    private static Plan.Deciding deciding(ExperimentConfiguration configuration) {
        return switch (configuration.plan().evidence()) {
            case OFFLINE -> Plan.Deciding.OFFLINE;
            case PRODUCTION -> Plan.Deciding.PRODUCTION;
            case BOTH -> Plan.Deciding.BOTH;
        };
    }

    private static List<String> names(ExperimentConfiguration configuration, VariantRole role) {
        return configuration.variants().stream()
                .filter(variant -> variant.role() == role)
                .map(VariantConfiguration::name)
                .toList();
    }

    private static Plan.Worth worth(ExperimentConfiguration.Business business) {
        return new Plan.Worth(
                business.valuePerSuccessUsd().doubleValue(),
                business.referenceCostUsd().doubleValue(),
                business.riskBudgetUsd().doubleValue(),
                business.minimumWorthwhileScore());
    }

    private static Strategy strategy(ExperimentSnapshot.PinnedStrategy pinned) {
        return new Strategy(
                pinned.name(), pinned.version(), pinned.kappaCost(), pinned.kappaRisk(), pinned.minimumProbability());
    }

    private static Plan.Measures measures(ExperimentConfiguration configuration) {
        ExperimentConfiguration.Metric target = target(configuration.metrics());
        return new Plan.Measures(
                new Plan.Measure(target.name(), target.minimumN()),
                configuration.metrics().stream()
                        .filter(metric -> metric.role() == MetricRole.GUARDRAIL)
                        .map(metric -> new Plan.Guardrail(
                                metric.name(),
                                metric.minimumN(),
                                Objects.requireNonNull(metric.nonInferiorityMargin(), "a guardrail has a margin")))
                        .toList(),
                configuration.plan().protectedSegments().stream()
                        .map(segment ->
                                new Plan.ProtectedSegment(segment.where(), segment.minimumN(), segment.margin()))
                        .toList());
    }

    /** The one metric that decides. */
    static ExperimentConfiguration.Metric target(List<ExperimentConfiguration.Metric> metrics) {
        return metrics.stream()
                .filter(metric -> metric.role() == MetricRole.TARGET)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An experiment has a target metric"));
    }

    private static Plan.Budget budget(ExperimentConfiguration.@Nullable Budget budget) {
        BigDecimal cost = budget == null ? null : budget.maxCostPerRequestUsd();
        Duration latency = budget == null ? null : budget.maxP95Latency();
        return new Plan.Budget(cost == null ? null : cost.doubleValue(), latency == null ? null : latency.toMillis());
    }
}
