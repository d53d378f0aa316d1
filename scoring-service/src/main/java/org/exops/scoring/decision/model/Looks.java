package org.exops.scoring.decision.model;

import java.util.List;
import org.exops.scoring.statistics.model.ConfidenceSequence;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.HybridSpend;
import org.exops.scoring.statistics.model.Interval;
import org.exops.scoring.statistics.model.Published;

/** Accounts for a look: what it saw, what it spent, what it leaves to the next. */
final class Looks {
    private Looks() {}

    static Look of(Trial trial, Conclusion conclusion) {
        boolean ordinaryTest = trial.deciding() && conclusion.reached(ProofStep.NAME);
        HybridSpend spend = trial.spend();
        boolean burnedIn = trial.scores().burnedIn();
        Past past = past(trial);
        Settlement settlement = past.settlement();
        if (ordinaryTest) {
            past = past.settledAs(Settlement.of(trial, conclusion.recommendation(), grounds(trial, conclusion)));
        } else if (settlement != null && conclusion.status() == Status.SCORED) {
            past = past.settledAs(settlement.lowered(conclusion.recommendation()));
        }
        double early = burnedIn ? spend.earlyAlpha() : 0;
        double ordinary = past.settlement() == null ? 0 : spend.ordinaryAlpha();
        return new Look(
                trial.scores().n(),
                trial.scores().clusters(),
                trial.score().map(score -> seen(trial, score)).orElse(null),
                ordinaryTest,
                Published.of(early + ordinary),
                past);
    }

    // Remarks speak of the look that makes them; what stays is why it was answered so.
    private static List<Reason> grounds(Trial trial, Conclusion conclusion) {
        List<Reason> remarks = Remarks.of(trial);
        return conclusion.reasons().stream()
                .filter(reason -> !remarks.contains(reason))
                .toList();
    }

    /** The bounds of S seen so far, this look's included once it is past its burn-in. */
    static Past past(Trial trial) {
        if (!trial.scores().burnedIn()) {
            return trial.past();
        }
        return trial.score()
                .map(score -> shown(trial).interval(score))
                .map(interval -> trial.past()
                        .narrowed(new Past.Bounds(
                                interval.lower(),
                                interval.upper(),
                                trial.scores().costUnknown())))
                .orElse(trial.past());
    }

    static ConfidenceSequence shown(Trial trial) {
        return new ConfidenceSequence(Rules.SHOWN_ALPHA, trial.plan().demand().requiredUnits());
    }

    private static Look.SeenScore seen(Trial trial, Estimate score) {
        Interval interval = shown(trial).interval(score);
        return new Look.SeenScore(
                Published.of(score.value()),
                Published.of(score.standardError()),
                interval.lower(),
                interval.upper(),
                trial.sequence().evidenceAbove(score, 0));
    }
}
