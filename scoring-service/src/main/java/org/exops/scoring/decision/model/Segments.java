package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.FalseDiscovery;

/**
 * The target metric's segments as one family: e-BH at any look, since segments overlap, and Benjamini-Hochberg at the deciding
 * one.
 */
final class Segments {
    private final List<MarginTest> family;

    private Segments(List<MarginTest> family) {
        this.family = family;
    }

    static Segments of(Plan plan, Evidence.Pair pair) {
        String target = plan.measures().target().name();
        List<MarginTest> family = new ArrayList<>();
        for (Evidence.PairedMetric metric : pair.metrics()) {
            if (metric.metric().equals(target) && !metric.segment().isEmpty()) {
                MarginTest test = new MarginTest(
                        terms(plan, metric.segment()), metric.segment(), metric.difference(), plan.demand());
                if (test.enough() && test.estimate().isPresent()) {
                    family.add(test);
                }
            }
        }
        return new Segments(List.copyOf(family));
    }

    /** A segment value that may not lose more than its own margin, or than what is worthwhile. */
    private static Plan.Guardrail terms(Plan plan, Map<String, String> segment) {
        Plan.Measure target = plan.measures().target();
        return plan.measures().protectedSegments().stream()
                .filter(one -> one.where().equals(segment))
                .findFirst()
                .map(one -> new Plan.Guardrail(target.name(), one.minimumN(), one.margin()))
                .orElseGet(() -> new Plan.Guardrail(
                        target.name(), target.minimumN(), plan.worth().minimumScore()));
    }

    /** The values with enough observations for an estimate. */
    List<MarginTest> family() {
        return family;
    }

    /** Those that lost, at any look. */
    List<MarginTest> regressedByEvidence() {
        List<MarginTest> tested = tested();
        List<Double> evidence =
                tested.stream().map(one -> one.evidenceOfHarm(estimate(one))).toList();
        return FalseDiscovery.rejectedByEvidence(evidence, Rules.FALSE_DISCOVERY_RATE).stream()
                .map(tested::get)
                .toList();
    }

    /** Those that lost, at the one look that makes the ordinary tests. */
    List<MarginTest> regressedAtTheEnd() {
        List<MarginTest> tested = tested();
        List<Double> adjusted = FalseDiscovery.benjaminiHochberg(
                tested.stream().map(one -> one.pOfHarm(estimate(one))).toList());
        return IntStream.range(0, tested.size())
                .filter(i -> adjusted.get(i) <= Rules.FALSE_DISCOVERY_RATE)
                .mapToObj(tested::get)
                .toList();
    }

    private List<MarginTest> tested() {
        return family.stream().filter(MarginTest::burnedIn).toList();
    }

    static Estimate estimate(MarginTest test) {
        return test.estimate().orElseThrow();
    }

    /** The sentence that names a segment's loss. */
    static Reason regression(MarginTest test) {
        Estimate estimate = estimate(test);
        return new Reason(
                "SEGMENT_REGRESSED",
                Wording.segment(test.segment()) + " lost " + Wording.size(-estimate.value()) + " points over "
                        + Wording.count(test.n()) + " cases, more than its margin of " + Wording.size(test.margin()));
    }
}
