package org.exops.scoring.verdict;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.digest.Digest;
import org.exops.scoring.decision.model.Comparison;
import org.exops.scoring.decision.model.Docket;
import org.exops.scoring.decision.model.Judgement;
import org.exops.scoring.decision.model.Look;
import org.exops.scoring.decision.model.Strategy;
import org.exops.scoring.decision.model.VerdictJudge;

/**
 * From inputs to verdict, without a clock, a random number or a neighbour: the same inputs give the same bytes.
 *
 * @param looks one per treatment
 */
public record VerdictCalculation(VerdictSnapshot verdict, List<Look> looks) {
    private static final VerdictJudge JUDGE = new VerdictJudge();

    static VerdictCalculation of(VerdictInputs inputs, String judgeVersion) {
        return written(inputs, docket(inputs), judgeVersion);
    }

    static VerdictCalculation of(VerdictInputs inputs) {
        return of(inputs, VerdictJudge.VERSION);
    }

    /** The verdict that other weights would give on the same evidence. */
    static VerdictCalculation under(Strategy strategy, VerdictInputs inputs) {
        return written(inputs, docket(inputs).under(strategy), VerdictJudge.VERSION);
    }

    /** Canonical JSON (RFC 8785): what is stored and compared. */
    String text() {
        return new String(Digest.canonical(verdict), StandardCharsets.UTF_8);
    }

    private static VerdictCalculation written(VerdictInputs inputs, Docket docket, String judgeVersion) {
        Judgement judgement = JUDGE.judge(docket);
        return new VerdictCalculation(
                VerdictWriting.of(inputs, judgement, docket.plan().strategy(), judgeVersion),
                judgement.comparisons().stream().map(Comparison::look).toList());
    }

    private static Docket docket(VerdictInputs inputs) {
        return new Docket(
                PlanReading.of(inputs.experiment()), EvidenceReading.of(inputs.evidence()), inputs.past(), inputs.at());
    }
}
