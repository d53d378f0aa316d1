package org.exops.scoring.decision.model;

import java.util.List;

/**
 * How a judgement ended: the recommendation, the way to it and the reasons for it.
 *
 * @param needsReview whether a person should look before anything is done
 */
public record Conclusion(
        Status status,
        Recommendation recommendation,
        boolean needsReview,
        List<StepRecord> steps,
        List<Reason> reasons) {

    boolean reached(String step) {
        return steps.stream().anyMatch(one -> one.step().equals(step));
    }
}
