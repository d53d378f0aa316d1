package org.exops.scoring.statistics.model;

import java.util.Collections;
import java.util.List;

/**
 * The sufficient statistics of a clustered mean of a k-vector, with S_g the sum over cluster g and n_g its size.
 *
 * @param n observations
 * @param clusters G
 * @param sums Σ d, k components
 * @param crossProducts Σ_g S_g S_gᵀ, upper triangle by rows
 * @param sizeWeighted Σ_g n_g S_g, k components
 * @param sizeSquares Σ_g n_g²
 */
public record ClusterSums(
        long n,
        long clusters,
        List<Double> sums,
        List<Double> crossProducts,
        List<Double> sizeWeighted,
        double sizeSquares) {

    public ClusterSums {
        sums = List.copyOf(sums);
        crossProducts = List.copyOf(crossProducts);
        sizeWeighted = List.copyOf(sizeWeighted);
        int dimensions = sums.size();
        if (crossProducts.size() != dimensions * (dimensions + 1) / 2 || sizeWeighted.size() != dimensions) {
            throw new IllegalArgumentException("Components do not belong to one vector of " + dimensions);
        }
        if (n < 0 || clusters < 0 || clusters > n || (n > 0 && clusters == 0)) {
            throw new IllegalArgumentException(
                    "Impossible counts: " + n + " observations in " + clusters + " clusters");
        }
        refuseWhatIsNotFinite(sums);
        refuseWhatIsNotFinite(crossProducts);
        refuseWhatIsNotFinite(sizeWeighted);
        refuseWhatIsNotFinite(List.of(sizeSquares));
    }

    /** Nothing observed of a vector of {@code dimensions}. */
    public static ClusterSums none(int dimensions) {
        return new ClusterSums(
                0,
                0,
                Collections.nCopies(dimensions, 0.0),
                Collections.nCopies(dimensions * (dimensions + 1) / 2, 0.0),
                Collections.nCopies(dimensions, 0.0),
                0);
    }

    /** The sums of the scalar {@code Σ_i weights_i · d_i}: linear in d, so exact without the raw data. */
    public ClusterSums project(double... weights) {
        if (weights.length != sums.size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + sums.size() + " components");
        }
        double sum = 0;
        double weighted = 0;
        double product = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * sums.get(i);
            weighted += weights[i] * sizeWeighted.get(i);
            for (int j = 0; j < weights.length; j++) {
                product += weights[i] * weights[j] * crossProduct(i, j);
            }
        }
        return new ClusterSums(n, clusters, List.of(sum), List.of(product), List.of(weighted), sizeSquares);
    }

    /** Σ_g S_gi · S_gj. */
    double crossProduct(int i, int j) {
        int row = StrictMath.min(i, j);
        int column = StrictMath.max(i, j);
        return crossProducts.get(row * sums.size() - row * (row - 1) / 2 + column - row);
    }

    private static void refuseWhatIsNotFinite(List<Double> values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a finite sum: " + value);
            }
        }
    }
}
