package org.exops.scoring.verdict;

import org.exops.events.v1.EvidenceSource;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.decision.model.BudgetOutcome;
import org.exops.scoring.decision.model.Comparison;
import org.jspecify.annotations.Nullable;

/** Writes one treatment's comparison. */
final class ComparisonWriting {
    private static final String METHOD = "paired-clustered";

    private ComparisonWriting() {}

    static VerdictSnapshot.Comparison of(Comparison comparison, ExperimentConfiguration.@Nullable Budget limits) {
        return new VerdictSnapshot.Comparison(
                comparison.treatment(),
                comparison.control(),
                EvidenceSource.OFFLINE,
                VerdictWriting.status(comparison.conclusion().status()),
                VerdictWriting.recommendation(comparison.conclusion().recommendation()),
                quality(comparison.effects().quality()),
                interval(comparison.effects().cost()),
                interval(comparison.effects().risk()),
                score(comparison.effects().score()),
                budget(comparison.budget(), limits),
                comparison.guardrails().stream()
                        .map(ComparisonWriting::guardrail)
                        .toList(),
                comparison.segments().stream().map(ComparisonWriting::segment).toList(),
                null,
                null,
                VerdictWriting.steps(comparison.conclusion().steps()),
                VerdictWriting.reasons(comparison.conclusion().reasons()));
    }

    private static VerdictSnapshot.@Nullable Quality quality(Comparison.@Nullable Effect effect) {
        return effect == null
                ? null
                : new VerdictSnapshot.Quality(effect.delta(), effect.lower(), effect.upper(), effect.n(), METHOD);
    }

    private static VerdictSnapshot.@Nullable Interval interval(Comparison.@Nullable Effect effect) {
        return effect == null ? null : new VerdictSnapshot.Interval(effect.delta(), effect.lower(), effect.upper());
    }

    private static VerdictSnapshot.@Nullable Score score(Comparison.@Nullable Score score) {
        return score == null
                ? null
                : new VerdictSnapshot.Score(
                        score.value(),
                        score.lower(),
                        score.upper(),
                        score.standardError(),
                        score.probabilityPositive());
    }

    private static VerdictSnapshot.@Nullable BudgetOutcome budget(
            @Nullable BudgetOutcome outcome, ExperimentConfiguration.@Nullable Budget limits) {
        if (outcome == null || limits == null) {
            return null;
        }
        Double latency = outcome.p95Millis();
        Double upper = outcome.p95UpperMillis();
        return new VerdictSnapshot.BudgetOutcome(
                outcome.costUsd(),
                outcome.costUpperUsd(),
                limits.maxCostPerRequestUsd(),
                latency == null ? null : VerdictWriting.millis(latency),
                upper == null ? null : VerdictWriting.millis(upper),
                limits.maxP95Latency(),
                outcome.within());
    }

    private static VerdictSnapshot.GuardrailOutcome guardrail(Comparison.GuardrailOutcome guardrail) {
        Comparison.Effect effect = guardrail.effect();
        return new VerdictSnapshot.GuardrailOutcome(
                guardrail.metric(),
                guardrail.segment(),
                guardrail.n(),
                effect == null ? null : effect.delta(),
                effect == null ? null : effect.lower(),
                effect == null ? null : effect.upper(),
                guardrail.margin(),
                guardrail.proven());
    }

    private static VerdictSnapshot.SegmentOutcome segment(Comparison.SegmentOutcome segment) {
        Comparison.Effect effect = segment.effect();
        return new VerdictSnapshot.SegmentOutcome(
                segment.segment(),
                effect.n(),
                effect.delta(),
                effect.lower(),
                effect.upper(),
                segment.shrunken(),
                segment.regressed());
    }
}
