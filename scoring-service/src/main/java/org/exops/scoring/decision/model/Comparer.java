package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.Interval;
import org.exops.scoring.statistics.model.Published;
import org.exops.scoring.statistics.model.Shrinkage;
import org.jspecify.annotations.Nullable;

/** Writes down what a trial saw, whatever it was answered. */
final class Comparer {
    private final Trial trial;
    private final Conclusion conclusion;
    private final Look look;

    Comparer(Trial trial, Conclusion conclusion) {
        this.trial = trial;
        this.conclusion = conclusion;
        this.look = Looks.of(trial, conclusion);
    }

    Comparison comparison() {
        return new Comparison(
                trial.pair().treatment(),
                trial.pair().control(),
                conclusion,
                effects(),
                budget(),
                trial.guardrails().stream().map(this::guardrail).toList(),
                segments(),
                look);
    }

    private @Nullable BudgetOutcome budget() {
        Settlement settlement = look.past().settlement();
        return settlement == null ? trial.spending().outcome(false).orElse(null) : settlement.budget();
    }

    private Comparison.Effects effects() {
        Scores scores = trial.scores();
        return new Comparison.Effects(
                effect(scores.quality()),
                effect(scores.cost()),
                effect(scores.risk()),
                trial.score().map(this::score).orElse(null));
    }

    private Comparison.Score score(Estimate score) {
        Interval interval = Looks.shown(trial).interval(score);
        return new Comparison.Score(
                Published.of(score.value()),
                interval.lower(),
                interval.upper(),
                Published.of(score.standardError()),
                score.probabilityAbove(0));
    }

    private Comparison.GuardrailOutcome guardrail(MarginTest test) {
        return new Comparison.GuardrailOutcome(
                test.metric(),
                test.segment(),
                effect(test.estimate()),
                test.n(),
                Published.of(test.margin()),
                proven(test));
    }

    private boolean proven(MarginTest test) {
        Settlement settlement = look.past().settlement();
        return settlement == null ? test.proven(false) : settlement.proves(test);
    }

    private List<Comparison.SegmentOutcome> segments() {
        List<MarginTest> family = trial.segments().family();
        List<MarginTest> byEvidence = trial.segments().regressedByEvidence();
        Settlement settlement = look.past().settlement();
        List<Estimate> estimates = family.stream().map(Segments::estimate).toList();
        Shrinkage shrinkage = Shrinkage.of(estimates);
        return IntStream.range(0, family.size())
                .mapToObj(i -> new Comparison.SegmentOutcome(
                        family.get(i).segment(),
                        effect(estimates.get(i)),
                        Published.of(shrinkage.effects().get(i).mean()),
                        byEvidence.contains(family.get(i)) || (settlement != null && settlement.flags(family.get(i)))))
                .toList();
    }

    private Comparison.@Nullable Effect effect(Optional<Estimate> estimate) {
        return estimate.map(this::effect).orElse(null);
    }

    private Comparison.Effect effect(Estimate estimate) {
        Interval interval = Looks.shown(trial).interval(estimate);
        return new Comparison.Effect(Published.of(estimate.value()), interval.lower(), interval.upper(), estimate.n());
    }
}
