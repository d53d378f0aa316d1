package org.exops.scoring.decision.model;

import java.util.Optional;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.Published;
import org.exops.scoring.statistics.model.RequiredSize;

/** How many paired cases the variance seen so far asks for; it informs and never blocks. */
final class SizeNote {
    private SizeNote() {}

    static Optional<Reason> of(Trial trial) {
        double effect = trial.plan().worth().minimumScore();
        if (trial.enoughUnits() || effect <= 0) {
            return Optional.empty();
        }
        return trial.score().filter(score -> score.standardError() > 0).map(score -> note(trial, score, effect));
    }

    private static Reason note(Trial trial, Estimate score, double effect) {
        RequiredSize size = new RequiredSize(
                trial.spend().ordinaryAlpha(), trial.plan().demand().power());
        long needed = (long) StrictMath.ceil(Published.of(size.pairs(effect, score.varianceOfOne())));
        long planned = trial.plan().demand().requiredUnits();
        return new Reason(
                "SIZE_NEEDED",
                "At the variance seen, about " + Wording.count(needed) + " paired cases would show a score of "
                        + Wording.points(effect) + " points with "
                        + Wording.percent(trial.plan().demand().power())
                        + " power; the plan asks for " + Wording.count(planned) + ", "
                        + Wording.count(planned - score.n())
                        + " more than now");
    }
}
