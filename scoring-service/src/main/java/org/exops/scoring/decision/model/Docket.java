package org.exops.scoring.decision.model;

import java.time.Instant;
import java.util.List;

/**
 * All that one judgement depends on.
 *
 * @param past one per treatment that was looked at before
 * @param at when the look is taken
 */
public record Docket(Plan plan, Evidence evidence, List<Past> past, Instant at) {

    Past past(String treatment) {
        return past.stream()
                .filter(one -> one.treatment().equals(treatment))
                .findFirst()
                .orElseGet(() -> Past.none(treatment));
    }

    boolean deadlinePassed() {
        return plan.schedule().deadlinePassed(at);
    }

    /**
     * The question "what if the weights were these": asked of today's evidence alone, so that what an earlier look settled
     * under the registered weights does not answer it.
     */
    public Docket under(Strategy strategy) {
        return new Docket(plan.under(strategy), evidence, List.of(), at);
    }
}
