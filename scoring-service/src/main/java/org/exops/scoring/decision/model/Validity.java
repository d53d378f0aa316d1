package org.exops.scoring.decision.model;

import java.util.List;

/** The answers that the validity steps share. */
final class Validity {
    private Validity() {}

    /** What was measured cannot be compared. */
    static Ruling refused(Docket docket, String value, String threshold, Reason reason) {
        return Ruling.answered(
                new StepRecord("VALIDITY", reason.code(), value, threshold),
                new Ruling.Answer(Status.INVALID, whileWaiting(docket), List.of(reason)));
    }

    /** More evidence may still make it comparable. */
    static Ruling waiting(Docket docket, String value, String threshold, Reason reason) {
        return Ruling.answered(
                new StepRecord("VALIDITY", reason.code(), value, threshold),
                new Ruling.Answer(Status.COLLECTING, whileWaiting(docket), List.of(reason)));
    }

    /** Before an answer: go on, or at the deadline go back to work. */
    static Recommendation whileWaiting(Docket docket) {
        return docket.deadlinePassed() ? Recommendation.ITERATE : Recommendation.CONTINUE;
    }
}
