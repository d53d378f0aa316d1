package org.exops.scoring.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.Gate;
import org.exops.events.v1.GateResult;
import org.exops.events.v1.Reason;
import org.exops.events.v1.Recommendation;
import org.exops.events.v1.VerdictChange;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.events.v1.VerdictStatus;
import org.exops.kit.digest.Digest;
import org.exops.scoring.decision.model.Conclusion;
import org.exops.scoring.decision.model.GateOutcome;
import org.exops.scoring.decision.model.Judgement;
import org.exops.scoring.decision.model.Status;
import org.exops.scoring.decision.model.StepRecord;
import org.exops.scoring.decision.model.Strategy;
import org.exops.scoring.decision.model.Weights;

/** Writes a judgement as the verdict that the neighbours read. */
final class VerdictWriting {
    private static final String NO_EVIDENCE = Digest.ofJson(Map.of());

    private VerdictWriting() {}

    static VerdictSnapshot of(VerdictInputs inputs, Judgement judgement, Strategy strategy, String judgeVersion) {
        ExperimentSnapshot experiment = inputs.experiment();
        EvidenceSnapshot evidence = inputs.evidence();
        Conclusion conclusion = judgement.conclusion();
        return new VerdictSnapshot(
                inputs.verdictId(),
                inputs.revision(),
                VerdictChange.COMPUTED,
                experiment.id(),
                experiment.key(),
                judgement.treatment(),
                status(conclusion.status()),
                inputs.at(),
                evidence == null ? 0 : evidence.revision(),
                evidence == null ? NO_EVIDENCE : evidence.digest(),
                experiment.plan().digest(),
                judgeVersion,
                strategy(strategy, judgement.weights()),
                judgement.gates().stream().map(VerdictWriting::gate).toList(),
                judgement.comparisons().stream()
                        .map(one -> ComparisonWriting.of(
                                one, experiment.configuration().budget()))
                        .toList(),
                inputs.interference(),
                recommendation(conclusion.recommendation()),
                conclusion.needsReview(),
                steps(conclusion.steps()),
                reasons(conclusion.reasons()),
                SensitivityWriting.of(judgement.sensitivity()),
                AccountWriting.of(experiment, evidence, judgement.treatment()));
    }

    private static VerdictSnapshot.AppliedStrategy strategy(Strategy strategy, Weights weights) {
        return new VerdictSnapshot.AppliedStrategy(
                strategy.name(),
                strategy.version(),
                strategy.kappaCost(),
                strategy.kappaRisk(),
                strategy.minimumProbability(),
                weights.lambdaCost(),
                weights.lambdaRisk());
    }

    private static VerdictSnapshot.GateOutcome gate(GateOutcome gate) {
        return new VerdictSnapshot.GateOutcome(
                Gate.valueOf(gate.gate()), GateResult.NOT_OBSERVED, gate.checked(), gate.exposures());
    }

    static VerdictStatus status(Status status) {
        return switch (status) {
            case INVALID -> VerdictStatus.INVALID;
            case COLLECTING -> VerdictStatus.COLLECTING;
            case SCORED -> VerdictStatus.SCORED;
        };
    }

    static Recommendation recommendation(org.exops.scoring.decision.model.Recommendation recommendation) {
        return switch (recommendation) {
            case ROLLOUT -> Recommendation.ROLLOUT;
            case CONTINUE -> Recommendation.CONTINUE;
            case ITERATE -> Recommendation.ITERATE;
            case ROLLBACK -> Recommendation.ROLLBACK;
        };
    }

    static List<VerdictSnapshot.Step> steps(List<StepRecord> steps) {
        return steps.stream()
                .map(step -> new VerdictSnapshot.Step(step.step(), step.outcome(), step.value(), step.threshold()))
                .toList();
    }

    static List<Reason> reasons(List<org.exops.scoring.decision.model.Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Reason(reason.code(), reason.text()))
                .toList();
    }

    /** Whole milliseconds, as they were measured. */
    static Duration millis(double millis) {
        return Duration.ofMillis(StrictMath.round(millis));
    }
}
