package org.exops.registry.experiment.model;

import java.util.List;

/** Which metrics can be judged. */
final class MetricRules {
    private static final String AT = "/metrics";

    private MetricRules() {}

    static void check(List<Metric> metrics, Breaches breaches) {
        long targets = metrics.stream()
                .filter(metric -> metric.plays(MetricRole.TARGET))
                .count();
        breaches.unless(targets == 1, AT, "must have exactly one TARGET; there are " + targets);
        breaches.unless(metrics.size() <= 50, AT, "must not have more than 50 entries");
        breaches.unlessDistinct(metrics.stream().map(Metric::name).toList(), AT, "/name");
        for (int i = 0; i < metrics.size(); i++) {
            check(metrics.get(i), AT + "/" + i, breaches);
        }
    }

    private static void check(Metric metric, String pointer, Breaches breaches) {
        breaches.unlessMatching(metric.name(), Syntax.NAME, pointer + "/name", "is not a name");
        breaches.unless(metric.minimumN() >= 1, pointer + "/minimumN", "must be at least 1");
        checkRange(metric, pointer + "/range", breaches);
        checkMargin(metric, pointer + "/nonInferiorityMargin", breaches);
        // Nothing decides on a ratio or a quantile: their errors are not those of a mean per case.
        breaches.unless(
                metric.plays(MetricRole.DIAGNOSTIC)
                        || metric.kind() == MetricKind.PROPORTION
                        || metric.kind() == MetricKind.MEAN,
                pointer + "/kind",
                "a " + metric.role() + " must be a PROPORTION or a MEAN; use " + metric.kind() + " as a DIAGNOSTIC");
    }

    private static void checkRange(Metric metric, String pointer, Breaches breaches) {
        Metric.Range range = metric.range();
        breaches.unless(
                Double.isFinite(range.minimum())
                        && Double.isFinite(range.maximum())
                        && range.minimum() < range.maximum(),
                pointer,
                "must be [minimum, maximum] with minimum < maximum");
        breaches.unless(
                metric.kind() != MetricKind.PROPORTION || range.equals(Metric.Range.UNIT),
                pointer,
                "a PROPORTION lies in [0, 1]");
    }

    private static void checkMargin(Metric metric, String pointer, Breaches breaches) {
        Double margin = metric.nonInferiorityMargin();
        breaches.unless(
                !metric.plays(MetricRole.GUARDRAIL) || margin != null,
                pointer,
                "a guardrail needs a margin: how much may it lose and still be no harm?");
        if (margin != null) {
            breaches.unlessWithin(margin, 0, 1, pointer);
        }
    }
}
