package org.exops.window.lease.model;

import java.time.Duration;

/** The class in which an experiment queues, the most urgent first. */
public enum PriorityClass {
    SAFETY_FIX,
    NORMAL,
    EXPLORATORY;

    private static final Duration AGEING = Duration.ofDays(7);

    /** The class after waiting: one higher for each full seven days, so that nothing starves. */
    public PriorityClass after(Duration waited) {
        long raised = Math.max(0, waited.dividedBy(AGEING));
        return values()[(int) Math.max(0, ordinal() - raised)];
    }
}
