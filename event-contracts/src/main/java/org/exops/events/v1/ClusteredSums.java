package org.exops.events.v1;

import java.util.List;

/**
 * The sufficient statistics of a clustered mean of a k-vector (Miller 2024, arXiv 2411.00640): with S_g the sum over cluster g
 * and n_g its size, everything that the estimate and its clustered covariance need.
 *
 * @param n observations
 * @param clusters G
 * @param sums Σ d, k components
 * @param crossProducts Σ_g S_g S_gᵀ, upper triangle by rows, k(k+1)/2 components
 * @param sizeWeighted Σ_g n_g S_g, k components
 * @param sizeSquares Σ_g n_g²
 */
public record ClusteredSums(
        long n,
        long clusters,
        List<Double> sums,
        List<Double> crossProducts,
        List<Double> sizeWeighted,
        double sizeSquares) {}
