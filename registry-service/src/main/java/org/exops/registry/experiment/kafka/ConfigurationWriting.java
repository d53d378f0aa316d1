package org.exops.registry.experiment.kafka;

import java.util.List;
import java.util.Objects;
import org.exops.events.v1.Direction;
import org.exops.events.v1.EvidencePlan;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.MetricKind;
import org.exops.events.v1.MetricRole;
import org.exops.events.v1.Priority;
import org.exops.events.v1.RandomisationUnit;
import org.exops.events.v1.Target;
import org.exops.registry.experiment.model.Business;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Metric;
import org.exops.registry.experiment.model.Plan;
import org.jspecify.annotations.Nullable;

/** A configuration as its neighbours read it; every default is filled in. */
final class ConfigurationWriting {
    private ConfigurationWriting() {}

    static ExperimentConfiguration configuration(Configuration configuration) {
        return new ExperimentConfiguration(
                configuration.title(),
                configuration.surface(),
                Target.valueOf(configuration.target().name()),
                configuration.hypothesis(),
                business(configuration.business()),
                plan(configuration.plan()),
                configuration.metrics().stream()
                        .map(ConfigurationWriting::metric)
                        .toList(),
                configuration.strategy(),
                budget(configuration.budget()),
                configuration.segments(),
                configuration.traffic(),
                run(configuration.run()),
                configuration.variants().stream().map(VariantWriting::variant).toList(),
                configuration.acknowledgedPriorAttempts(),
                configuration.revises());
    }

    private static ExperimentConfiguration.Business business(Business business) {
        return new ExperimentConfiguration.Business(
                business.outcome(),
                business.valuePerSuccessUsd(),
                business.referenceCostUsd(),
                business.riskBudgetUsd(),
                business.minimumWorthwhileScore(),
                business.decisionOwner(),
                business.riskEvents().stream()
                        .map(event -> new ExperimentConfiguration.RiskEvent(event.name(), event.lossUsd()))
                        .toList());
    }

    private static ExperimentConfiguration.Plan plan(Plan plan) {
        return new ExperimentConfiguration.Plan(
                EvidencePlan.valueOf(Objects.requireNonNull(plan.evidence()).name()),
                RandomisationUnit.valueOf(Objects.requireNonNull(plan.unit()).name()),
                evalSet(plan.evalSet()),
                plan.requiredUnits(),
                plan.minimumDuration(),
                plan.deadline(),
                plan.maxControlAge(),
                plan.alpha(),
                plan.power(),
                plan.protectedSegments().stream()
                        .map(segment -> new ExperimentConfiguration.ProtectedSegment(
                                segment.where(), segment.margin(), segment.minimumN()))
                        .toList());
    }

    private static ExperimentConfiguration.@Nullable EvalSet evalSet(Plan.@Nullable EvalSet evalSet) {
        return evalSet == null ? null : new ExperimentConfiguration.EvalSet(evalSet.name(), evalSet.version());
    }

    private static ExperimentConfiguration.Metric metric(Metric metric) {
        return new ExperimentConfiguration.Metric(
                metric.name(),
                MetricRole.valueOf(metric.role().name()),
                MetricKind.valueOf(metric.kind().name()),
                Direction.valueOf(metric.direction().name()),
                List.of(metric.range().minimum(), metric.range().maximum()),
                metric.minimumN(),
                metric.nonInferiorityMargin());
    }

    private static ExperimentConfiguration.@Nullable Budget budget(Configuration.@Nullable Budget budget) {
        return budget == null
                ? null
                : new ExperimentConfiguration.Budget(budget.maxCostPerRequestUsd(), budget.maxP95Latency());
    }

    private static ExperimentConfiguration.Run run(Configuration.Run run) {
        return new ExperimentConfiguration.Run(
                Priority.valueOf(run.priority().name()), run.overlapAllowed(), run.drain(), run.population());
    }
}
