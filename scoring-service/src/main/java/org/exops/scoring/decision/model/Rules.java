package org.exops.scoring.decision.model;

/** The numbers of the order of judgement that no plan changes. */
final class Rules {
    /** Error of harm and of "no worthwhile difference", one-sided over all looks. */
    static final double ALPHA = 0.05;

    /** Error of the intervals that are shown, two-sided over all looks. */
    static final double SHOWN_ALPHA = 0.05;

    static final long BURN_IN_UNITS = 100;
    static final long BURN_IN_CLUSTERS = 20;

    /** Below it there is no estimate at all. */
    static final long FEWEST_CLUSTERS = 10;

    /** Below it an estimate is flagged. */
    static final long COMFORTABLE_CLUSTERS = 30;

    static final double COVERAGE = 0.98;
    static final double LOST_CASES_P = 0.001;
    static final double FALSE_DISCOVERY_RATE = 0.10;
    static final double LIKELY_HARMFUL = 0.9;

    private Rules() {}

    static boolean burnedIn(long units, long clusters) {
        return units >= BURN_IN_UNITS && clusters >= BURN_IN_CLUSTERS;
    }
}
