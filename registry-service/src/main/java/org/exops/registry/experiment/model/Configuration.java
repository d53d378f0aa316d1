package org.exops.registry.experiment.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;

/**
 * What people write about an experiment, with the defaults of its fields filled in.
 *
 * @param segments each a dimension, or the dimensions of a pair
 * @param traffic share of each treatment by variant name; the control has the rest
 * @param acknowledgedPriorAttempts keys
 * @param revises the key of the experiment that this one follows
 */
public record Configuration(
        String title,
        String surface,
        Target target,
        String hypothesis,
        Business business,
        Plan plan,
        List<Metric> metrics,
        String strategy,
        @Nullable Budget budget,
        List<List<String>> segments,
        Map<String, Double> traffic,
        Run run,
        List<Variant> variants,
        List<String> acknowledgedPriorAttempts,
        @Nullable String revises) {
    public Configuration {
        metrics = List.copyOf(metrics);
        segments = segments.stream().map(List::copyOf).toList();
        variants = List.copyOf(variants);
        acknowledgedPriorAttempts = List.copyOf(acknowledgedPriorAttempts);
    }

    /** The same configuration with a plan that leaves nothing open. */
    public Configuration settledFor(RiskTier tier) {
        return new Configuration(
                title,
                surface,
                target,
                hypothesis,
                business,
                plan.settledFor(tier),
                metrics,
                strategy,
                budget,
                segments,
                traffic,
                run,
                variants,
                acknowledgedPriorAttempts,
                revises);
    }

    /** Whether its author has read the prior attempt; the one that it revises counts as read. */
    public boolean acknowledges(String key) {
        return key.equals(revises) || acknowledgedPriorAttempts.contains(key);
    }

    public Optional<Variant> control() {
        return variants.stream()
                .filter(variant -> variant.plays(VariantRole.CONTROL))
                .findFirst();
    }

    public List<Variant> treatments() {
        return variants.stream()
                .filter(variant -> variant.plays(VariantRole.TREATMENT))
                .toList();
    }

    public Optional<Metric> targetMetric() {
        return metrics.stream()
                .filter(metric -> metric.plays(MetricRole.TARGET))
                .findFirst();
    }

    /** What a request may cost and how long it may take. */
    public record Budget(
            @Nullable BigDecimal maxCostPerRequestUsd,
            @Nullable Duration maxP95Latency) {}

    /**
     * How it runs on its surface.
     *
     * @param population allowed values by dimension; empty is everyone
     */
    public record Run(
            Priority priority, boolean overlapAllowed, Duration drain, Map<String, List<String>> population) {}
}
