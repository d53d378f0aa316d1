package org.exops.registry.verdict.kafka;

import java.util.List;
import java.util.stream.Stream;
import org.exops.events.v1.Reason;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.registry.verdict.model.ArmEvidence;
import org.exops.registry.verdict.model.Recommendation;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.TreatmentOutcome.Estimate;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;
import org.jspecify.annotations.Nullable;

/** What the registry takes from a verdict's snapshot. */
final class VerdictReading {
    private VerdictReading() {}

    static Verdict verdict(VerdictSnapshot snapshot) {
        return new Verdict(
                snapshot.verdictId(),
                snapshot.experimentId(),
                snapshot.revision(),
                snapshot.computedAt(),
                VerdictStatus.valueOf(snapshot.status().name()),
                Recommendation.valueOf(snapshot.recommendation().name()),
                snapshot.variant(),
                snapshot.needsReview(),
                basis(snapshot),
                gates(snapshot),
                snapshot.comparisons().stream().map(VerdictReading::outcome).toList(),
                interference(snapshot),
                findings(snapshot.reasons()),
                snapshot.sensitivity() == null ? null : snapshot.sensitivity().text(),
                snapshot.account().arms().stream().map(VerdictReading::arm).toList(),
                pairs(snapshot.account()));
    }

    private static Verdict.Basis basis(VerdictSnapshot snapshot) {
        return new Verdict.Basis(
                snapshot.evidenceRevision(),
                snapshot.evidenceDigest(),
                snapshot.planDigest(),
                snapshot.judgeVersion(),
                snapshot.strategy().lambdaCost(),
                snapshot.strategy().lambdaRisk());
    }

    private static List<Verdict.GateOutcome> gates(VerdictSnapshot snapshot) {
        return snapshot.gates().stream()
                .map(gate -> new Verdict.GateOutcome(
                        gate.gate().name(), gate.result().name(), gate.checked(), gate.exposures()))
                .toList();
    }

    private static List<Verdict.Overlap> interference(VerdictSnapshot snapshot) {
        return snapshot.interference().stream()
                .map(overlap -> new Verdict.Overlap(overlap.experiment(), overlap.from(), overlap.to()))
                .toList();
    }

    private static List<Verdict.Finding> findings(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Verdict.Finding(reason.code(), reason.text()))
                .toList();
    }

    private static TreatmentOutcome outcome(VerdictSnapshot.Comparison comparison) {
        return new TreatmentOutcome(
                comparison.variant(),
                comparison.control(),
                VerdictStatus.valueOf(comparison.status().name()),
                Recommendation.valueOf(comparison.recommendation().name()),
                quality(comparison.quality()),
                estimate(comparison.cost()),
                estimate(comparison.risk()),
                score(comparison.score()),
                budget(comparison.budget()),
                guarded(comparison),
                segments(comparison),
                findings(comparison.reasons()));
    }

    private static @Nullable Estimate quality(VerdictSnapshot.@Nullable Quality quality) {
        return quality == null ? null : new Estimate(quality.delta(), quality.lower(), quality.upper());
    }

    private static @Nullable Estimate estimate(VerdictSnapshot.@Nullable Interval interval) {
        return interval == null ? null : new Estimate(interval.delta(), interval.lower(), interval.upper());
    }

    private static @Nullable Estimate score(VerdictSnapshot.@Nullable Score score) {
        return score == null ? null : new Estimate(score.value(), score.lower(), score.upper());
    }

    private static TreatmentOutcome.@Nullable BudgetOutcome budget(VerdictSnapshot.@Nullable BudgetOutcome budget) {
        return budget == null
                ? null
                : new TreatmentOutcome.BudgetOutcome(
                        budget.costPerRequestUsd(),
                        budget.maxCostPerRequestUsd(),
                        budget.p95Latency(),
                        budget.maxP95Latency(),
                        budget.withinBudget());
    }

    private static List<TreatmentOutcome.Guarded> guarded(VerdictSnapshot.Comparison comparison) {
        return comparison.guardrails().stream()
                .map(guard -> new TreatmentOutcome.Guarded(
                        guard.metric(), guard.segment(), guard.n(), guard.lower(), guard.margin(), guard.proven()))
                .toList();
    }

    private static List<TreatmentOutcome.Segment> segments(VerdictSnapshot.Comparison comparison) {
        return comparison.segments().stream()
                .map(segment -> new TreatmentOutcome.Segment(
                        segment.segment(),
                        segment.n(),
                        segment.delta(),
                        segment.lower(),
                        segment.upper(),
                        segment.regressed()))
                .toList();
    }

    private static ArmEvidence arm(VerdictSnapshot.ArmAccount arm) {
        Stream<ArmEvidence.Run> runs =
                arm.runs().stream().map(run -> new ArmEvidence.Run(run.runId(), run.cases(), run.digest()));
        return new ArmEvidence(
                arm.variant(),
                arm.evalSets(),
                runs.toList(),
                new ArmEvidence.Cases(
                        arm.status().ok(),
                        arm.status().failed(),
                        arm.status().error(),
                        arm.status().unscored()),
                arm.quality(),
                arm.costPerCaseUsd(),
                arm.p95Latency());
    }

    private static Verdict.Pairs pairs(VerdictSnapshot.Account account) {
        return new Verdict.Pairs(
                account.pairedCases(), account.clusters(), account.missingInControl(), account.missingInTreatment());
    }
}
