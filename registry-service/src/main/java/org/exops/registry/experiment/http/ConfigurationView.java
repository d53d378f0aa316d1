package org.exops.registry.experiment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.exops.registry.experiment.model.Business;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Direction;
import org.exops.registry.experiment.model.Metric;
import org.exops.registry.experiment.model.MetricKind;
import org.exops.registry.experiment.model.MetricRole;
import org.exops.registry.experiment.model.Plan;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;

/** A configuration in the shape in which people write it. */
public record ConfigurationView(
        String title,
        String surface,
        Target target,
        String hypothesis,
        Business business,
        Plan plan,
        List<MetricView> metrics,
        String strategy,
        Configuration.@Nullable Budget budget,
        List<Object> segments,
        Map<String, Double> traffic,
        Configuration.Run run,
        List<VariantView> variants,
        List<String> acknowledgedPriorAttempts,
        @Nullable String revises) {

    static ConfigurationView of(Configuration configuration) {
        return new ConfigurationView(
                configuration.title(),
                configuration.surface(),
                configuration.target(),
                configuration.hypothesis(),
                configuration.business(),
                configuration.plan(),
                configuration.metrics().stream().map(MetricView::of).toList(),
                configuration.strategy(),
                configuration.budget(),
                configuration.segments().stream()
                        .map(ConfigurationView::segment)
                        .toList(),
                configuration.traffic(),
                configuration.run(),
                configuration.variants().stream().map(VariantView::of).toList(),
                configuration.acknowledgedPriorAttempts(),
                configuration.revises());
    }

    private static Object segment(List<String> dimensions) {
        return dimensions.size() == 1 ? dimensions.get(0) : dimensions;
    }

    /** One measure. */
    public record MetricView(
            String name,
            MetricRole role,
            MetricKind kind,
            Direction direction,
            List<Double> range,
            long minimumN,
            @Nullable Double nonInferiorityMargin) {
        static MetricView of(Metric metric) {
            return new MetricView(
                    metric.name(),
                    metric.role(),
                    metric.kind(),
                    metric.direction(),
                    List.of(metric.range().minimum(), metric.range().maximum()),
                    metric.minimumN(),
                    metric.nonInferiorityMargin());
        }
    }

    /** A variant with the digest that evidence is bound to. */
    public record VariantView(
            String name,
            VariantRole role,
            String digest,
            @JsonUnwrapped VariantContent content) {
        static VariantView of(Variant variant) {
            return new VariantView(variant.name(), variant.role(), variant.digest(), variant.content());
        }
    }
}
