package org.exops.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exops.registry.verdict.model.ArmEvidence;
import org.exops.registry.verdict.model.Recommendation;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.TreatmentOutcome.Estimate;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;

/** A scored verdict over some evidence, of which a test says only what matters to it. */
public final class AVerdict {
    private final UUID id = UUID.fromString("0193a5b0-0000-7000-8000-00000000000a");
    private VerdictStatus status = VerdictStatus.SCORED;
    private Recommendation recommendation = Recommendation.ROLLOUT;
    private List<TreatmentOutcome> comparisons = new ArrayList<>();
    private List<ArmEvidence> evidence = List.of(new ArmEvidence(
            "A",
            List.of("refunds@12"),
            List.of(new ArmEvidence.Run("ci-1", 500, "sha256:run")),
            new ArmEvidence.Cases(480, 15, 3, 2),
            0.71,
            0.012,
            null));

    private AVerdict() {}

    public static AVerdict aVerdict() {
        return new AVerdict();
    }

    public AVerdict being(VerdictStatus other) {
        this.status = other;
        return this;
    }

    public AVerdict recommending(Recommendation other) {
        this.recommendation = other;
        return this;
    }

    public AVerdict comparing(String variant, VerdictStatus of, Recommendation recommended) {
        comparisons.add(new TreatmentOutcome(
                variant,
                "A",
                of,
                recommended,
                new Estimate(0.031, 0.012, 0.05),
                new Estimate(0.08, 0.05, 0.11),
                new Estimate(0, 0, 0.004),
                new Estimate(0.0309, 0.0119, 0.0499),
                null,
                List.of(new TreatmentOutcome.Guarded("groundedness", Map.of(), 495, -0.01, 0.03, true)),
                List.of(
                        new TreatmentOutcome.Segment(Map.of("language", "de"), 120, -0.09, -0.14, -0.04, true),
                        new TreatmentOutcome.Segment(Map.of("language", "en"), 375, 0.05, 0.03, 0.07, false)),
                List.of()));
        return this;
    }

    public AVerdict withoutEvidence() {
        this.evidence = List.of(
                new ArmEvidence("A", List.of(), List.of(), new ArmEvidence.Cases(0, 0, 0, 0), null, null, null));
        return this;
    }

    public Verdict build() {
        return new Verdict(
                id,
                UUID.fromString("0193a5b0-0000-7000-8000-000000000001"),
                7,
                AnExperiment.NOW,
                status,
                recommendation,
                "B",
                false,
                new Verdict.Basis(42, "sha256:evidence", "sha256:plan", "1", 0.001333, 0.011111),
                List.of(new Verdict.GateOutcome("PII_EXPOSURE", "NOT_OBSERVED", 0, 0)),
                comparisons,
                List.of(),
                List.of(new Verdict.Finding("SEGMENT_REGRESSED", "language=de lost 9.0 points")),
                "this stays a rollout unless cost matters 3.1 times as much",
                evidence,
                new Verdict.Pairs(495, 60, 1, 3));
    }
}
