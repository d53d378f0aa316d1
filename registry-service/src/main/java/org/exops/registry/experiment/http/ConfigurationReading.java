package org.exops.registry.experiment.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.exops.registry.experiment.http.ExperimentRequest.BudgetRequest;
import org.exops.registry.experiment.http.ExperimentRequest.BusinessRequest;
import org.exops.registry.experiment.http.ExperimentRequest.EvalSetRequest;
import org.exops.registry.experiment.http.ExperimentRequest.MetricRequest;
import org.exops.registry.experiment.http.ExperimentRequest.PlanRequest;
import org.exops.registry.experiment.http.ExperimentRequest.ProtectedSegmentRequest;
import org.exops.registry.experiment.http.ExperimentRequest.RunRequest;
import org.exops.registry.experiment.http.ExperimentRequest.SegmentRequest;
import org.exops.registry.experiment.model.Business;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Metric;
import org.exops.registry.experiment.model.MetricRole;
import org.exops.registry.experiment.model.Plan;
import org.exops.registry.experiment.model.Priority;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;

/** The model value of a request; what was left out gets its default here. */
final class ConfigurationReading {
    private static final long MINIMUM_N = 100;

    private final ExperimentRequest request;

    ConfigurationReading(ExperimentRequest request) {
        this.request = request;
    }

    Configuration configuration() {
        return new Configuration(
                request.title(),
                request.surface(),
                request.target(),
                request.hypothesis(),
                business(request.business()),
                plan(request.plan()),
                each(request.metrics(), ConfigurationReading::metric),
                request.strategy(),
                budget(request.budget()),
                each(request.segments(), SegmentRequest::dimensions),
                traffic(),
                run(request.run()),
                each(request.variants(), VariantReading::variant),
                orEmpty(request.acknowledgedPriorAttempts()),
                request.revises());
    }

    private static Business business(BusinessRequest request) {
        return new Business(
                request.outcome(),
                request.valuePerSuccessUsd(),
                request.referenceCostUsd(),
                request.riskBudgetUsd(),
                request.minimumWorthwhileScore(),
                request.decisionOwner(),
                each(request.riskEvents(), event -> new Business.RiskEvent(event.name(), event.lossUsd())));
    }

    private Plan plan(PlanRequest plan) {
        return new Plan(
                plan.evidence(),
                plan.unit(),
                evalSet(plan.evalSet()),
                plan.requiredUnits(),
                Objects.requireNonNullElse(plan.minimumDuration(), Duration.ZERO),
                plan.deadline(),
                Objects.requireNonNullElse(plan.maxControlAge(), Duration.ofDays(7)),
                Objects.requireNonNullElse(plan.alpha(), 0.05),
                Objects.requireNonNullElse(plan.power(), 0.8),
                each(plan.protectedSegments(), this::protectedSegment));
    }

    private static Plan.@Nullable EvalSet evalSet(@Nullable EvalSetRequest request) {
        return request == null ? null : new Plan.EvalSet(request.name(), request.version());
    }

    private Plan.ProtectedSegment protectedSegment(ProtectedSegmentRequest segment) {
        return new Plan.ProtectedSegment(
                segment.where(),
                Objects.requireNonNullElse(segment.margin(), request.business().minimumWorthwhileScore()),
                Objects.requireNonNullElse(segment.minimumN(), targetMinimumN()));
    }

    private long targetMinimumN() {
        return request.metrics().stream()
                .filter(metric -> metric.role() == MetricRole.TARGET)
                .findFirst()
                .map(MetricRequest::minimumN)
                .orElse(MINIMUM_N);
    }

    private static Metric metric(MetricRequest request) {
        List<Double> range = request.range();
        return new Metric(
                request.name(),
                request.role(),
                request.kind(),
                request.direction(),
                range == null ? Metric.Range.UNIT : new Metric.Range(range.get(0), range.get(1)),
                Objects.requireNonNullElse(request.minimumN(), MINIMUM_N),
                request.nonInferiorityMargin());
    }

    private static Configuration.@Nullable Budget budget(@Nullable BudgetRequest request) {
        return request == null
                ? null
                : new Configuration.Budget(request.maxCostPerRequestUsd(), request.maxP95Latency());
    }

    // Equal shares for every arm, the control among them.
    private Map<String, Double> traffic() {
        if (request.traffic() != null) {
            return request.traffic();
        }
        Map<String, Double> equal = new LinkedHashMap<>();
        request.variants().stream()
                .filter(variant -> variant.role() == VariantRole.TREATMENT)
                .forEach(variant ->
                        equal.put(variant.name(), 1.0 / request.variants().size()));
        return equal;
    }

    private static Configuration.Run run(@Nullable RunRequest request) {
        if (request == null) {
            return new Configuration.Run(Priority.NORMAL, false, Duration.ofMinutes(10), Map.of());
        }
        return new Configuration.Run(
                Objects.requireNonNullElse(request.priority(), Priority.NORMAL),
                Objects.requireNonNullElse(request.overlapAllowed(), false),
                Objects.requireNonNullElse(request.drain(), Duration.ofMinutes(10)),
                Objects.requireNonNullElse(request.population(), Map.of()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T, R> List<R> each(@Nullable List<T> list, Function<T, R> mapping) {
        return orEmpty(list).stream().map(mapping).toList();
    }
}
