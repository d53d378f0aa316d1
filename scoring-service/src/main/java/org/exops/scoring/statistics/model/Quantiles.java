package org.exops.scoring.statistics.model;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Normal and Student t, from Apache Commons Statistics, held to 1e-9 relative. */
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
        TDistribution student = TDistribution.of(degrees);
        double quantile = student.inverseSurvivalProbability(tail);
        // The library's quantile is good to 2.5e-11; one step of Newton takes the rest.
        return quantile + (student.survivalProbability(quantile) - tail) / student.density(quantile);
    }

    /** P(T ≤ t) of a Student variable of {@code degrees}; infinities give 0 and 1. */
    public static double studentCumulative(double t, long degrees) {
        return TDistribution.of(degrees).cumulativeProbability(t);
    }
}
