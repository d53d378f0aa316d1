package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exops.scoring.statistics.model.ConfidenceSequence;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.HybridSpend;

/** The facts about one treatment at one look, computed once for all steps. */
final class Trial {
    private final Docket docket;
    private final Evidence.Pair pair;
    private final Scores scores;
    private final Optional<Estimate> score;
    private final List<MarginTest> guardrails;
    private final Segments segments;

    Trial(Docket docket, String treatment) {
        Plan plan = docket.plan();
        this.docket = docket;
        this.pair = docket.evidence().pair(plan.scope().control(), treatment);
        this.scores = new Scores(pair, plan.worth());
        this.score = scores.score(plan.strategy());
        this.guardrails =
                Stream.concat(guardrails(plan), protectedSegments(plan)).toList();
        this.segments = Segments.of(plan, pair);
    }

    private Stream<MarginTest> guardrails(Plan plan) {
        return plan.measures().guardrails().stream()
                .map(one -> new MarginTest(one, Map.of(), pair.difference(one.name(), Map.of()), plan.demand()));
    }

    private Stream<MarginTest> protectedSegments(Plan plan) {
        String target = plan.measures().target().name();
        return plan.measures().protectedSegments().stream()
                .map(one -> new MarginTest(
                        new Plan.Guardrail(target, one.minimumN(), one.margin()),
                        one.where(),
                        pair.difference(target, one.where()),
                        plan.demand()));
    }

    Docket docket() {
        return docket;
    }

    Plan plan() {
        return docket.plan();
    }

    Evidence.Pair pair() {
        return pair;
    }

    Past past() {
        return docket.past(pair.treatment());
    }

    Scores scores() {
        return scores;
    }

    /** S under the pinned weights; absent below ten clusters. */
    Optional<Estimate> score() {
        return score;
    }

    /** S of a trial that has passed its burn-in. */
    Estimate scoreAfterBurnIn() {
        return score.orElseThrow();
    }

    /** Guardrails, then the protected segments of the target. */
    List<MarginTest> guardrails() {
        return guardrails;
    }

    Segments segments() {
        return segments;
    }

    Spending spending() {
        return new Spending(plan(), docket.evidence().arm(pair.treatment()).orElse(null), scores.costUnknown());
    }

    boolean enoughUnits() {
        return scores.n() >= plan().demand().requiredUnits();
    }

    /** Whether this look, if it gets as far as proof, makes the one ordinary test. */
    boolean deciding() {
        return past().settled() == null && enoughUnits();
    }

    /** One-sided bounds that hold at every look, for harm and for "no worthwhile difference". */
    ConfidenceSequence sequence() {
        return new ConfidenceSequence(Rules.ALPHA, plan().demand().requiredUnits());
    }

    /** The error budget of S; several treatments share α. */
    HybridSpend spend() {
        int treatments = plan().scope().treatments().size();
        return new HybridSpend(
                plan().demand().alpha() / treatments, plan().demand().requiredUnits());
    }
}
