package org.exops.scoring.statistics.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up raw differences the long way, as a yardstick for sums that are kept incrementally. */
public final class RawCases {
    private final int dimensions;
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    public RawCases(int dimensions) {
        this.dimensions = dimensions;
    }

    public void add(String cluster, double... difference) {
        double[] sum = sums.computeIfAbsent(cluster, key -> new double[dimensions]);
        for (int i = 0; i < dimensions; i++) {
            sum[i] += difference[i];
        }
        sizes.merge(cluster, 1L, Long::sum);
    }

    public ClusterSums sums() {
        List<Double> total = new ArrayList<>(Collections.nCopies(dimensions, 0.0));
        List<Double> weighted = new ArrayList<>(Collections.nCopies(dimensions, 0.0));
        List<Double> products = new ArrayList<>(Collections.nCopies(dimensions * (dimensions + 1) / 2, 0.0));
        double squares = 0;
        for (Map.Entry<String, double[]> entry : sums.entrySet()) {
            double[] sum = entry.getValue();
            double size = sizes.getOrDefault(entry.getKey(), 0L);
            squares += size * size;
            int cell = 0;
            for (int i = 0; i < dimensions; i++) {
                total.set(i, total.get(i) + sum[i]);
                weighted.set(i, weighted.get(i) + size * sum[i]);
                for (int j = i; j < dimensions; j++) {
                    products.set(cell, products.get(cell) + sum[i] * sum[j]);
                    cell++;
                }
            }
        }
        long n = sizes.values().stream().mapToLong(Long::longValue).sum();
        return new ClusterSums(n, sums.size(), total, products, weighted, squares);
    }
}
