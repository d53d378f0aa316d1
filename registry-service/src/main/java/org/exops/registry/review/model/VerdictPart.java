package org.exops.registry.review.model;

import java.util.List;
import java.util.stream.Stream;
import org.exops.registry.review.model.Review.Section;
import org.exops.registry.verdict.model.ArmEvidence;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.TreatmentOutcome.BudgetOutcome;
import org.exops.registry.verdict.model.TreatmentOutcome.Guarded;
import org.exops.registry.verdict.model.TreatmentOutcome.Segment;
import org.exops.registry.verdict.model.Verdict;

/** What the verdict saw and said. */
record VerdictPart(Verdict verdict) {

    List<Section> sections() {
        return List.of(
                new Section("Verdict", verdictLines()),
                new Section("Evidence used", evidenceLines()),
                new Section("Gates", orNone(gateLines(), "none was checked")),
                new Section("Guardrails and budgets", orNone(guardLines(), "none was tested")),
                new Section("Segments that regressed", orNone(regressions(), "none")),
                new Section("Interference during the run", orNone(interference(), "none")),
                new Section(
                        "Sensitivity of the decision to λ",
                        List.of(verdict.sensitivity() == null ? "not available" : verdict.sensitivity())));
    }

    private List<String> verdictLines() {
        Stream<String> standing = Stream.of(
                verdict.status() + ", recommends " + verdict.recommendation() + ", computed at " + verdict.computedAt()
                        + (verdict.needsReview() ? "; needs a person's review" : ""),
                Figures.format(
                        "λ_cost %.6g, λ_risk %.6g; verdict %s by judge %s",
                        verdict.basis().lambdaCost(),
                        verdict.basis().lambdaRisk(),
                        verdict.id(),
                        verdict.basis().judgeVersion()));
        Stream<String> reasons = verdict.reasons().stream().map(reason -> reason.text() + " (" + reason.code() + ")");
        return Stream.concat(standing, reasons).toList();
    }

    private List<String> evidenceLines() {
        Stream<String> arms = verdict.evidence().stream().flatMap(VerdictPart::armLines);
        Verdict.Pairs pairs = verdict.pairs();
        Stream<String> whole = Stream.of(
                pairs.cases() + " cases ran in both arms, in " + pairs.clusters() + " clusters; "
                        + pairs.missingInControl() + " missing in the control, " + pairs.missingInTreatment()
                        + " in a treatment",
                "Evidence revision " + verdict.basis().evidenceRevision() + ", "
                        + verdict.basis().digest(),
                "Plan " + verdict.basis().planDigest());
        return Stream.concat(arms, whole).toList();
    }

    private static Stream<String> armLines(ArmEvidence arm) {
        ArmEvidence.Cases cases = arm.cases();
        String counts = arm.variant() + ": " + cases.total() + " cases of " + String.join(", ", arm.evalSets()) + " ("
                + cases.ok() + " ok, " + cases.failed() + " failed, " + cases.error() + " errors, " + cases.unscored()
                + " unscored); quality " + Figures.share(arm.quality()) + ", cost per case "
                + Figures.usd(arm.costPerCaseUsd());
        return Stream.concat(
                Stream.of(counts),
                arm.runs().stream()
                        .map(run -> arm.variant() + " run " + run.runId() + ": " + run.cases() + " cases, "
                                + run.digest()));
    }

    private List<String> gateLines() {
        return verdict.gates().stream()
                .map(gate -> gate.gate() + ": " + gate.result() + " (" + gate.checked() + " of " + gate.exposures()
                        + " exposures checked)")
                .toList();
    }

    private List<String> guardLines() {
        return verdict.comparisons().stream().flatMap(VerdictPart::guardLines).toList();
    }

    private static Stream<String> guardLines(TreatmentOutcome outcome) {
        Stream<String> guarded = outcome.guarded().stream().map(guard -> outcome.variant() + " " + line(guard));
        BudgetOutcome budget = outcome.budget();
        return budget == null ? guarded : Stream.concat(guarded, Stream.of(outcome.variant() + " " + line(budget)));
    }

    private static String line(Guarded guard) {
        String name =
                guard.segment().isEmpty() ? guard.metric() : guard.metric() + " in " + Figures.segment(guard.segment());
        String bound = guard.lower() == null ? "not measured" : Figures.format("%+.4f", guard.lower());
        return name + ": " + (guard.proven() ? "proven no worse than " : "not proven to be no worse than ")
                + Figures.format("%.4f", -guard.margin()) + " (lower bound " + bound + ", n " + guard.n() + ")";
    }

    private static String line(BudgetOutcome budget) {
        String latency = budget.maxP95Latency() == null
                ? ""
                : ", p95 latency " + (budget.p95Latency() == null ? "not known" : budget.p95Latency()) + " of "
                        + budget.maxP95Latency();
        String cost = budget.maxCostPerRequestUsd() == null
                ? ""
                : ", cost per request " + Figures.usd(budget.costPerRequestUsd()) + " of "
                        + Figures.usd(budget.maxCostPerRequestUsd());
        return (budget.withinBudget() ? "within budget" : "not within budget") + cost + latency;
    }

    private List<String> regressions() {
        return verdict.comparisons().stream()
                .flatMap(outcome -> outcome.segments().stream()
                        .filter(Segment::regressed)
                        .map(segment -> outcome.variant() + " in " + line(segment)))
                .toList();
    }

    private static String line(Segment segment) {
        return Figures.segment(segment.where()) + ": "
                + Figures.points(new TreatmentOutcome.Estimate(segment.delta(), segment.lower(), segment.upper()))
                + ", n " + segment.n();
    }

    private List<String> interference() {
        return verdict.interference().stream()
                .map(overlap -> overlap.experiment() + " from " + overlap.from() + " to "
                        + (overlap.to() == null ? "now" : overlap.to()))
                .toList();
    }

    private static List<String> orNone(List<String> lines, String none) {
        return lines.isEmpty() ? List.of(none) : lines;
    }
}
