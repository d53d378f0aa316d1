package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;

/** What a reader should know whatever the answer is. */
final class Remarks {
    static final String DRIFT = "DRIFT";

    private Remarks() {}

    static List<Reason> of(Trial trial) {
        List<Reason> remarks = new ArrayList<>();
        long clusters = trial.scores().clusters();
        if (clusters >= Rules.BURN_IN_CLUSTERS && clusters < Rules.COMFORTABLE_CLUSTERS) {
            remarks.add(new Reason(
                    "FEW_CLUSTERS",
                    "The cases come from only " + clusters + " clusters; below " + Rules.COMFORTABLE_CLUSTERS
                            + " the standard error is itself uncertain"));
        }
        if (trial.scores().costUnknown()) {
            remarks.add(CostKnown.sentence(trial));
        }
        if (Looks.past(trial).drifted()) {
            remarks.add(new Reason(
                    DRIFT,
                    "The score's interval no longer meets those of earlier looks: what is measured has changed"));
        }
        return remarks;
    }
}
