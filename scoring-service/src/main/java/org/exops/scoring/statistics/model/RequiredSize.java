package org.exops.scoring.statistics.model;

/**
 * How many units a one-sided test needs to see an effect, by the normal approximation {@code (z_α + z_β)²·σ²/δ²}.
 *
 * @param alpha one-sided
 * @param power probability to see the effect when it is there
 */
public record RequiredSize(double alpha, double power) {

    public RequiredSize {
        if (!(alpha > 0 && alpha < 1) || !(power > 0 && power < 1)) {
            throw new IllegalArgumentException("alpha and power lie between 0 and 1: " + alpha + ", " + power);
        }
    }

    /** Units per arm to see {@code effect} between two arms of these variances. */
    public double perArm(double effect, double controlVariance, double treatmentVariance) {
        return units(effect, controlVariance + treatmentVariance);
    }

    /** Pairs to see {@code effect} in differences of this variance, its design effect included. */
    public double pairs(double effect, double differenceVariance) {
        return units(effect, differenceVariance);
    }

    private double units(double effect, double variance) {
        if (!(effect > 0) || !(variance >= 0)) {
            throw new IllegalArgumentException("No size for an effect of " + effect + " at variance " + variance);
        }
        double quantiles = Quantiles.normalUpper(alpha) + Quantiles.normalUpper(1 - power);
        return quantiles * quantiles * variance / (effect * effect);
    }
}
