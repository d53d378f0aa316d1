package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import org.exops.scoring.statistics.model.Estimate;

/**
 * Step 4, asked before step 3 answers: waiting for more evidence must not prolong a harm that is already shown. Each bound is a
 * one-sided 5% sequence, after its own burn-in.
 */
final class HarmStep implements TreatmentStep {
    private static final String THRESHOLD = "no upper bound (one-sided 5%, all looks) on the wrong side";

    @Override
    public Ruling rule(Trial trial) {
        List<Reason> harms = new ArrayList<>();
        if (trial.scores().burnedIn()) {
            trial.score().ifPresent(score -> addScore(trial, score, harms));
        }
        // A protected segment is judged in the family of segments, at its own margin.
        trial.guardrails().stream()
                .filter(test -> test.segment().isEmpty() && test.harmed())
                .map(HarmStep::guardrail)
                .forEach(harms::add);
        String value = value(trial);
        if (!harms.isEmpty()) {
            return answered("HARMED", value, Recommendation.ROLLBACK, harms);
        }
        List<Reason> segments = trial.segments().regressedByEvidence().stream()
                .map(Segments::regression)
                .toList();
        if (!segments.isEmpty()) {
            return answered("SEGMENT_REGRESSED", value, Recommendation.ITERATE, segments);
        }
        return trial.scores().burnedIn()
                ? Ruling.passed("HARM", value, THRESHOLD)
                : Ruling.noted(new StepRecord("HARM", "NOT_ASKED", value, "after burn-in"), List.of());
    }

    private static void addScore(Trial trial, Estimate score, List<Reason> harms) {
        double upper = trial.sequence().upper(score);
        if (upper < 0) {
            harms.add(new Reason(
                    "SCORE_HARMFUL",
                    "The score lost " + Wording.size(-score.value()) + " points over " + Wording.count(score.n())
                            + " paired cases; even its upper bound is " + Wording.points(upper) + ", below 0"));
        }
    }

    private static Reason guardrail(MarginTest test) {
        Estimate estimate = test.estimate().orElseThrow();
        return new Reason(
                "GUARDRAIL_HARMED",
                test.label() + " lost " + Wording.size(-estimate.value()) + " points over " + Wording.count(test.n())
                        + " cases, beyond its margin of " + Wording.size(test.margin()));
    }

    private static String value(Trial trial) {
        return trial.score()
                .map(score -> "score " + Wording.points(score.value()) + ", upper "
                        + Wording.points(trial.sequence().upper(score)))
                .orElse("no estimate of the score");
    }

    private static Ruling answered(String outcome, String value, Recommendation recommendation, List<Reason> reasons) {
        return Ruling.answered(
                new StepRecord("HARM", outcome, value, THRESHOLD),
                new Ruling.Answer(Status.SCORED, recommendation, List.copyOf(reasons)));
    }
}
