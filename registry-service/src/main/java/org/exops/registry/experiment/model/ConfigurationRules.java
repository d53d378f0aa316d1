package org.exops.registry.experiment.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exops.registry.variant.model.Variant;

/** Every rule that a configuration can break by itself, whatever the world around it is like. */
public final class ConfigurationRules {
    // Bucketing has 10,000 buckets: a smaller share would be nobody.
    private static final double LEAST_SHARE = 0.0001;

    private static final int MOST_ACKNOWLEDGED = 100;

    private ConfigurationRules() {}

    /** All of them at once; empty when the configuration is sound. */
    public static List<Breach> breaches(String key, Configuration configuration) {
        Breaches breaches = new Breaches();
        breaches.unlessMatching(key, Syntax.KEY, "/key", Syntax.KEY_RULE);
        breaches.unlessText(configuration.title(), 200, "/title");
        breaches.unlessText(configuration.hypothesis(), 4000, "/hypothesis");
        breaches.unlessText(configuration.strategy(), 80, "/strategy");
        breaches.unlessMatching(
                configuration.surface(), Syntax.SURFACE, "/surface", "must be a path like 'support/refund-agent'");
        BusinessRules.check(configuration.business(), breaches);
        SegmentRules.check(configuration.segments(), breaches);
        PlanRules.check(configuration.plan(), configuration.segments(), breaches);
        MetricRules.check(configuration.metrics(), breaches);
        VariantRules.check(configuration.variants(), breaches);
        checkTraffic(configuration, breaches);
        checkRun(configuration.run(), breaches);
        checkBudget(configuration, breaches);
        checkLinks(key, configuration, breaches);
        return breaches.found();
    }

    private static void checkTraffic(Configuration configuration, Breaches breaches) {
        Map<String, Double> traffic = configuration.traffic();
        Set<String> treatments =
                configuration.treatments().stream().map(Variant::name).collect(Collectors.toSet());
        breaches.unless(
                traffic.keySet().equals(treatments),
                "/traffic",
                "must give a share to every treatment and to nothing else; the control has the rest");
        traffic.forEach(
                (variant, share) -> breaches.unlessWithin(share, LEAST_SHARE, 1 - LEAST_SHARE, "/traffic/" + variant));
        double sum = traffic.values().stream().mapToDouble(Double::doubleValue).sum();
        breaches.unless(sum <= 1 - LEAST_SHARE + 1e-12, "/traffic", "leaves nothing to the control");
    }

    private static void checkRun(Configuration.Run run, Breaches breaches) {
        breaches.unless(
                !run.drain().isNegative() && run.drain().compareTo(Duration.ofDays(1)) <= 0,
                "/run/drain",
                "must lie between PT0S and PT24H");
        SegmentRules.checkPopulation(run.population(), breaches);
    }

    private static void checkBudget(Configuration configuration, Breaches breaches) {
        Configuration.Budget budget = configuration.budget();
        if (budget == null) {
            return;
        }
        if (budget.maxCostPerRequestUsd() != null) {
            breaches.unlessPositive(budget.maxCostPerRequestUsd().doubleValue(), 1e9, "/budget/maxCostPerRequestUsd");
        }
        if (budget.maxP95Latency() != null) {
            breaches.unless(
                    !budget.maxP95Latency().isNegative()
                            && !budget.maxP95Latency().isZero(),
                    "/budget/maxP95Latency",
                    "must be longer than PT0S");
        }
    }

    private static void checkLinks(String key, Configuration configuration, Breaches breaches) {
        String revises = configuration.revises();
        breaches.unless(revises == null || Syntax.isKey(revises), "/revises", "is not an experiment's key");
        breaches.unless(!key.equals(revises), "/revises", "an experiment cannot follow itself");
        List<String> acknowledged = configuration.acknowledgedPriorAttempts();
        breaches.unlessAtMost(MOST_ACKNOWLEDGED, acknowledged, "/acknowledgedPriorAttempts");
        for (int i = 0; i < acknowledged.size(); i++) {
            breaches.unless(
                    Syntax.isKey(acknowledged.get(i)), "/acknowledgedPriorAttempts/" + i, "is not an experiment's key");
        }
    }
}
