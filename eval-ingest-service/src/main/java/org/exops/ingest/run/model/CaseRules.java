package org.exops.ingest.run.model;

import java.util.Map;
import java.util.Optional;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;

/** What one case must hold to be counted. */
public final class CaseRules {
    public static final int LONGEST_NAME = 256;
    public static final int MOST_TRIALS = 10_000;
    private static final int MOST_METRICS = 100;
    private static final int MOST_DIMENSIONS = 32;
    private static final double LARGEST = 1e12;

    private CaseRules() {}

    /** Why the case cannot be taken, whatever the plan. */
    public static Optional<Refusal> check(Observation seen) {
        Observation.Identity identity = seen.identity();
        if (!isName(identity.caseId())) {
            return refusal("invalid-case-id", "caseId is 1 to " + LONGEST_NAME + " characters of text");
        }
        if (identity.trial() < 0 || identity.trial() >= MOST_TRIALS) {
            return refusal("invalid-trial", "trial is 0 to " + (MOST_TRIALS - 1));
        }
        Observation.Grouping grouping = seen.grouping();
        if (grouping.cluster() != null && !isName(grouping.cluster())) {
            return refusal("invalid-cluster", "cluster is 1 to " + LONGEST_NAME + " characters of text");
        }
        if (grouping.segment().size() > MOST_DIMENSIONS || !areNames(grouping.segment())) {
            return refusal(
                    "invalid-segment",
                    "segment has at most " + MOST_DIMENSIONS + " dimensions, names and values of 1 to " + LONGEST_NAME
                            + " characters");
        }
        if (seen.traceId() != null && !isName(seen.traceId())) {
            return refusal("invalid-trace-id", "traceId is 1 to " + LONGEST_NAME + " characters of text");
        }
        return checkMeasures(seen.measures());
    }

    private static Optional<Refusal> checkMeasures(Observation.Measures measures) {
        if (measures.metrics().size() > MOST_METRICS
                || !measures.metrics().keySet().stream().allMatch(CaseRules::isName)) {
            return refusal(
                    "invalid-metrics", "at most " + MOST_METRICS + " metrics with names of 1 to " + LONGEST_NAME);
        }
        for (Map.Entry<String, Double> metric : measures.metrics().entrySet()) {
            if (!(Math.abs(metric.getValue()) <= LARGEST)) {
                return refusal("invalid-metrics", metric.getKey() + " is not a number that can be summed");
            }
        }
        if (measures.costUsd() != null
                && (measures.costUsd().signum() < 0 || measures.costUsd().doubleValue() > 1e9)) {
            return refusal("invalid-cost", "costUsd is 0 or more");
        }
        if (measures.latency() != null
                && (measures.latency().isNegative() || measures.latency().toDays() > 365)) {
            return refusal("invalid-latency", "latency is PT0S or more");
        }
        boolean negative = measures.tokens().values().stream().anyMatch(count -> count < 0)
                || measures.riskEvents().values().stream().anyMatch(count -> count < 0 || count > 1_000_000_000);
        boolean named = measures.riskEvents().keySet().stream().allMatch(CaseRules::isName);
        if (negative || !named || measures.riskEvents().size() > MOST_METRICS) {
            return refusal(
                    "invalid-count",
                    "tokens and at most " + MOST_METRICS + " risk events are counts of 0 or more, names of 1 to "
                            + LONGEST_NAME + " characters");
        }
        return Optional.empty();
    }

    /** Why the case cannot count under this plan. */
    public static Optional<Refusal> check(Observation seen, Plan plan) {
        if (plan.variant(seen.identity().variant()) < 0) {
            return refusal(
                    "unknown-variant",
                    "the experiment has no variant " + seen.identity().variant());
        }
        for (Metric metric : plan.metrics()) {
            Double value = metric.role() == Metric.Role.TARGET
                    ? seen.measures().target(metric.name())
                    : seen.measures().metrics().get(metric.name());
            if (value != null && !metric.covers(value)) {
                return refusal(
                        "metric-out-of-range",
                        "%s is %s, registered with the range [%s, %s]"
                                .formatted(metric.name(), value, metric.low(), metric.high()));
            }
        }
        return Optional.empty();
    }

    /** A code and a sentence. */
    public record Refusal(String code, String text) {}

    private static Optional<Refusal> refusal(String code, String text) {
        return Optional.of(new Refusal(code, text));
    }

    private static boolean areNames(Map<String, String> map) {
        return map.keySet().stream().allMatch(CaseRules::isName)
                && map.values().stream().allMatch(CaseRules::isName);
    }

    /** 1 to 256 characters; NUL cannot be stored as text. */
    public static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.indexOf('\0') < 0 && isWhole(text);
    }

    // Half of a surrogate pair has no UTF-8 form.
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
