package org.exops.scoring.statistics.model;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The rate of something rare: 0 of 500 is not 0.
 *
 * @param events how often it happened
 * @param trials how often it could have
 */
public record RareEvents(long events, long trials) {

    public RareEvents {
        if (events < 0 || events > trials) {
            throw new IllegalArgumentException(events + " events in " + trials + " trials");
        }
    }

    /** Exact upper bound (Clopper &amp; Pearson 1934), one-sided; without a trial it is 1. */
    public double clopperPearsonUpper(double confidence) {
        return events == trials
                ? 1
                : BetaDistribution.of(events + 1.0, trials - events).inverseCumulativeProbability(confidence);
    }

    /** Upper bound under Jeffreys' prior, one-sided. */
    public double jeffreysUpper(double confidence) {
        return BetaDistribution.of(events + 0.5, trials - events + 0.5).inverseCumulativeProbability(confidence);
    }

    /** Point estimate under Jeffreys' prior, {@code (k + ½)/(n + 1)}. */
    public double jeffreysRate() {
        return (events + 0.5) / (trials + 1.0);
    }
}
