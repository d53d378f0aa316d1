package org.exops.scoring.decision.model;

import java.util.Map;
import java.util.Optional;
import org.exops.scoring.statistics.model.ClusterSums;
import org.exops.scoring.statistics.model.ConfidenceSequence;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.HybridSpend;
import org.exops.scoring.statistics.model.Published;
import org.exops.scoring.statistics.model.Quantiles;

/**
 * One metric on everything or in one segment against its margin: it must be shown to be no worse, and absence of evidence
 * shows nothing.
 */
final class MarginTest {
    private final String metric;
    private final Map<String, String> segment;
    private final long minimumN;
    private final double margin;
    private final ClusterSums difference;
    private final Plan.Demand demand;

    MarginTest(Plan.Guardrail terms, Map<String, String> segment, ClusterSums difference, Plan.Demand demand) {
        this.metric = terms.name();
        this.segment = segment;
        this.minimumN = terms.minimumN();
        this.margin = terms.margin();
        this.difference = difference;
        this.demand = demand;
    }

    String metric() {
        return metric;
    }

    Map<String, String> segment() {
        return segment;
    }

    double margin() {
        return margin;
    }

    long n() {
        return difference.n();
    }

    long clusters() {
        return difference.clusters();
    }

    long minimumN() {
        return minimumN;
    }

    boolean enough() {
        return n() >= minimumN;
    }

    boolean burnedIn() {
        return Rules.burnedIn(difference.n(), difference.clusters());
    }

    Optional<Estimate> estimate() {
        return Scores.estimate(difference, 1);
    }

    /** Entirely on the wrong side of the margin. */
    boolean harmed() {
        return burnedIn() && estimate().map(this::upperBelowMargin).orElse(false);
    }

    /** No worse than the margin under the plan's hybrid spend; at the deciding look the ordinary test counts too. */
    boolean proven(boolean deciding) {
        return enough()
                && burnedIn()
                && estimate()
                        .map(one -> lower(one, deciding) > Published.of(-margin))
                        .orElse(false);
    }

    /** Evidence that it is worse than the margin. */
    double evidenceOfHarm(Estimate estimate) {
        return sequence().evidenceBelow(estimate, -margin);
    }

    /** One-sided p of "worse than the margin" at one ordinary test. */
    double pOfHarm(Estimate estimate) {
        return Published.of(Quantiles.studentCumulative(estimate.standardised(-margin), estimate.clusters() - 1));
    }

    String label() {
        return segment.isEmpty() ? metric : metric + " of " + Wording.segment(segment);
    }

    private boolean upperBelowMargin(Estimate estimate) {
        return sequence().upper(estimate) < Published.of(-margin);
    }

    private double lower(Estimate estimate, boolean deciding) {
        HybridSpend spend = new HybridSpend(demand.alpha(), demand.requiredUnits());
        return deciding ? spend.decidingLower(estimate) : spend.earlyLower(estimate);
    }

    private ConfidenceSequence sequence() {
        return new ConfidenceSequence(Rules.ALPHA, demand.requiredUnits());
    }
}
