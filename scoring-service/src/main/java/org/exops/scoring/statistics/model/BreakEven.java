package org.exops.scoring.statistics.model;

import org.jspecify.annotations.Nullable;

/**
 * The price at which a benefit and a cost cancel, {@code benefit/cost}, with Fieller's interval (1954) over prices ≥ 0.
 *
 * @param value absent when the costs do not differ or the two cancel at no price ≥ 0
 * @param lower absent when the interval has no start above 0 that is known
 * @param upper absent when it has no end
 * @param unbounded whether the data allow every price from some point on
 */
public record BreakEven(
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        boolean unbounded) {

    /** The two means with the variances and the covariance of these means. */
    public record Means(double benefit, double cost, double benefitVariance, double costVariance, double covariance) {}

    public static BreakEven of(Means means, double level) {
        double z = Quantiles.normalUpper((1 - level) / 2);
        double square = means.cost() * means.cost() - z * z * means.costVariance();
        double linear = means.benefit() * means.cost() - z * z * means.covariance();
        double constant = means.benefit() * means.benefit() - z * z * means.benefitVariance();
        double discriminant = linear * linear - square * constant;
        Double value = price(means);
        if (square > 0) {
            double root = StrictMath.sqrt(StrictMath.max(0, discriminant));
            return bounded(value, (linear - root) / square, (linear + root) / square);
        }
        if (square == 0 || discriminant <= 0) {
            return new BreakEven(value, null, null, true);
        }
        double root = StrictMath.sqrt(discriminant);
        // The cost may be 0, so the prices that fit are those outside of two roots.
        return outside(value, (linear + root) / square, (linear - root) / square);
    }

    private static @Nullable Double price(Means means) {
        if (means.cost() == 0) {
            return null;
        }
        double price = means.benefit() / means.cost();
        return price < 0 ? null : Published.of(price);
    }

    private static BreakEven bounded(@Nullable Double value, double lower, double upper) {
        if (upper < 0) {
            return new BreakEven(value, null, null, false);
        }
        return new BreakEven(value, Published.of(StrictMath.max(0, lower)), Published.of(upper), false);
    }

    private static BreakEven outside(@Nullable Double value, double left, double right) {
        boolean oneHalfLine = left < 0 && right > 0;
        return new BreakEven(value, oneHalfLine ? Published.of(right) : null, null, true);
    }
}
