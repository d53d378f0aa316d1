package org.exops.scoring.statistics.model;

import org.HdrHistogram.AbstractHistogram;
import org.jspecify.annotations.Nullable;

/**
 * A quantile of a histogram by order statistics: ranks {@code n(ν ± m·√(ν(1−ν)/n·f))}, f the cluster factor by which calls of
 * one cluster resemble each other (Deng, Knoblich, Lu, KDD 2018: it multiplies the variance).
 *
 * @param value in the unit of the histogram
 * @param upper absent when the rank lies beyond the largest observation: then nothing is known
 */
public record LatencyQuantile(double value, @Nullable Double upper) {

    /**
     * @param multiplier half the width of the bound in standard errors
     * @param clusterFactor at least 1
     */
    public static LatencyQuantile of(
            AbstractHistogram histogram, double share, double multiplier, double clusterFactor) {
        long n = histogram.getTotalCount();
        if (n < 1) {
            throw new IllegalArgumentException("No quantile of nothing");
        }
        double value = valueAt(histogram, rank(n, share));
        if (histogram.getMinValue() == histogram.getMaxValue()) {
            return new LatencyQuantile(value, value);
        }
        double spread = multiplier * StrictMath.sqrt(share * (1 - share) / n * clusterFactor);
        long rank = rank(n, share + spread);
        return new LatencyQuantile(value, rank > n ? null : valueAt(histogram, rank));
    }

    // Rounded first: the last bit of a product must not push it over a whole number.
    private static long rank(long n, double share) {
        return (long) StrictMath.ceil(Published.of(n * share));
    }

    /** How much more the share of an indicator varies over clusters than {@code share(1 − share)/n}. */
    public static double clusterFactor(Estimate indicator, double share) {
        double independent = share * (1 - share) / indicator.n();
        return independent <= 0 ? 1 : indicator.standardError() * indicator.standardError() / independent;
    }

    // Counting up to a rank, because a percentile handed over as a double may round to the neighbour's rank.
    private static double valueAt(AbstractHistogram histogram, long rank) {
        long wanted = StrictMath.max(1, StrictMath.min(rank, histogram.getTotalCount()));
        long seen = 0;
        for (var bucket : histogram.recordedValues()) {
            seen += bucket.getCountAddedInThisIterationStep();
            if (seen >= wanted) {
                return histogram.highestEquivalentValue(bucket.getValueIteratedTo());
            }
        }
        return histogram.getMaxValue();
    }
}
