package org.exops.scoring.statistics.model;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Normal and Student t, from Apache Commons Statistics (held to 1e-9 relative; its t quantile is good to 2.5e-11). */
public final class Quantiles {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    /** P(Z ≤ z); infinities give 0 and 1. */
    public static double normalCumulative(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** The z that a standard normal exceeds with probability {@code tail}. */
    public static double normalUpper(double tail) {
        return NORMAL.inverseSurvivalProbability(tail);
    }

    /** The t that a Student variable of {@code degrees} exceeds with probability {@code tail}. */
    public static double studentUpper(double tail, long degrees) {
        return TDistribution.of(degrees).inverseSurvivalProbability(tail);
    }

    /** P(T ≤ t) of a Student variable of {@code degrees}; infinities give 0 and 1. */
    public static double studentCumulative(double t, long degrees) {
        return TDistribution.of(degrees).cumulativeProbability(t);
    }
}
