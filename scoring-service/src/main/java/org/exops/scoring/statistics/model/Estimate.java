package org.exops.scoring.statistics.model;

/**
 * A mean with its standard error, over n observations in G independent clusters; the t reference has G − 1 degrees.
 *
 * @param standardError 0 when the observations do not vary
 */
public record Estimate(double value, double standardError, long n, long clusters) {

    public Estimate {
        if (!Double.isFinite(value) || !Double.isFinite(standardError) || standardError < 0) {
            throw new IllegalArgumentException("Not an estimate: " + value + " ± " + standardError);
        }
        if (clusters < 2 || n < clusters) {
            throw new IllegalArgumentException("A standard error needs two clusters: " + n + " in " + clusters);
        }
    }

    /** The distance to {@code origin} in standard errors; without variance it is 0 or an infinity. */
    public double standardised(double origin) {
        double distance = value - origin;
        if (standardError == 0) {
            return distance == 0 ? 0 : StrictMath.copySign(Double.POSITIVE_INFINITY, distance);
        }
        return distance / standardError;
    }

    /** P(quantity ≥ threshold): normal around the estimate, no prior. */
    public double probabilityAtLeast(double threshold) {
        return standardError == 0 ? certain(value >= threshold) : normalAbove(threshold);
    }

    /** P(quantity &gt; threshold), which differs from "at least" only where nothing varies. */
    public double probabilityAbove(double threshold) {
        return standardError == 0 ? certain(value > threshold) : normalAbove(threshold);
    }

    /** P(quantity &lt; threshold). */
    public double probabilityBelow(double threshold) {
        return standardError == 0
                ? certain(value < threshold)
                : Published.of(Quantiles.normalCumulative(-standardised(threshold)));
    }

    private double normalAbove(double threshold) {
        return Published.of(Quantiles.normalCumulative(standardised(threshold)));
    }

    private static double certain(boolean holds) {
        return holds ? 1 : 0;
    }

    /** The variance of one observation times its design effect, which is what a required size scales with. */
    public double varianceOfOne() {
        return standardError * standardError * n;
    }

    /** {@code value − multiplier · SE}, rounded for publication. */
    public double below(double multiplier) {
        return Published.of(value - multiplier * standardError);
    }

    /** {@code value + multiplier · SE}, rounded for publication. */
    public double above(double multiplier) {
        return Published.of(value + multiplier * standardError);
    }
}
