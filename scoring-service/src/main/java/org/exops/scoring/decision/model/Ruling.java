package org.exops.scoring.decision.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step said.
 *
 * @param notes what it found that does not answer
 * @param answer present when this step decides and later ones are not asked
 */
record Ruling(StepRecord step, List<Reason> notes, @Nullable Answer answer) {

    /** The step's decision. */
    record Answer(Status status, Recommendation recommendation, List<Reason> reasons) {}

    static Ruling passed(String step, String value, String threshold) {
        return new Ruling(new StepRecord(step, "PASSED", value, threshold), List.of(), null);
    }

    static Ruling noted(StepRecord step, List<Reason> notes) {
        return new Ruling(step, notes, null);
    }

    static Ruling answered(StepRecord step, Answer answer) {
        return new Ruling(step, List.of(), answer);
    }
}
