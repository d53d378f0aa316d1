package org.exops.scoring.statistics.model;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** McNemar's exact test on paired losses: whether one arm loses cases more often than the other. */
public final class McNemar {
    private McNemar() {}

    /** Two-sided p: {@code min(1, 2·P(X ≤ min(b, c)))}, X binomial of b + c trials at ½; without a loss it is 1. */
    public static double pValue(long onlyInControl, long onlyInTreatment) {
        if (onlyInControl < 0 || onlyInTreatment < 0) {
            throw new IllegalArgumentException("A count is never negative");
        }
        int trials = StrictMath.toIntExact(onlyInControl + onlyInTreatment);
        if (trials == 0) {
            return 1;
        }
        int fewer = (int) StrictMath.min(onlyInControl, onlyInTreatment);
        double tail = BinomialDistribution.of(trials, 0.5).cumulativeProbability(fewer);
        return StrictMath.min(1, 2 * tail);
    }
}
