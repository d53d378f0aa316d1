package org.exops.scoring.statistics.model;

import java.util.Optional;

/**
 * The mean of a vector over clustered observations with its covariance,
 * {@code G/(G−1) · n⁻² · Σ_g (S_g − n_g m)(S_g − n_g m)ᵀ} (Miller 2024, arXiv 2411.00640, appendix A; the finite-cluster factor
 * as in Inspect and Stata).
 */
public final class ClusteredMean {
    // Below this share of the terms that cancel, a variance is rounding noise of observations that do not vary.
    private static final double NOISE = 1e-13;

    private final ClusterSums sums;

    private ClusteredMean(ClusterSums sums) {
        this.sums = sums;
    }

    /** Empty when there are fewer than two clusters: one cluster has no standard error, and never 0. */
    public static Optional<ClusteredMean> of(ClusterSums sums) {
        return sums.clusters() < 2 ? Optional.empty() : Optional.of(new ClusteredMean(sums));
    }

    /** The scalar mean of sums with one component. */
    public static Optional<Estimate> estimate(ClusterSums scalar) {
        return of(scalar).map(mean -> mean.project(1));
    }

    /** Component {@code i} of the mean. */
    public double mean(int i) {
        return sums.sums().get(i) / sums.n();
    }

    /** The covariance of components {@code i} and {@code j} of the mean. */
    public double covariance(int i, int j) {
        double product = sums.crossProduct(i, j);
        double left = mean(i) * sums.sizeWeighted().get(j);
        double right = mean(j) * sums.sizeWeighted().get(i);
        double square = mean(i) * mean(j) * sums.sizeSquares();
        double centred = product - left - right + square;
        double scale = StrictMath.abs(product) + StrictMath.abs(left) + StrictMath.abs(right) + StrictMath.abs(square);
        if (StrictMath.abs(centred) <= NOISE * scale) {
            return 0;
        }
        double groups = sums.clusters();
        double count = sums.n();
        return groups / (groups - 1) * centred / (count * count);
    }

    /** The estimate of {@code Σ_i weights_i · mean_i} with all covariances in its standard error. */
    public Estimate project(double... weights) {
        ClusteredMean scalar = new ClusteredMean(sums.project(weights));
        double variance = StrictMath.max(0, scalar.covariance(0, 0));
        return new Estimate(scalar.mean(0), StrictMath.sqrt(variance), sums.n(), sums.clusters());
    }
}
