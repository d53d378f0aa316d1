package org.exops.scoring.statistics.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of many hypotheses to reject so that the expected share of false rejections stays below q. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** Adjusted p-values (Benjamini &amp; Hochberg 1995), in the order given; reject what is at most q. */
    public static List<Double> benjaminiHochberg(List<Double> pValues) {
        List<Integer> order = sorted(pValues, Comparator.naturalOrder());
        double[] adjusted = new double[pValues.size()];
        double smallest = 1;
        for (int rank = order.size(); rank >= 1; rank--) {
            int index = order.get(rank - 1);
            smallest = StrictMath.min(smallest, pValues.get(index) * ((double) order.size() / rank));
            adjusted[index] = smallest;
        }
        return IntStream.range(0, adjusted.length).mapToObj(i -> adjusted[i]).toList();
    }

    /** Indices that e-BH rejects at q (Wang &amp; Ramdas 2022, arXiv 2009.02824): valid under any dependence, at any look. */
    public static List<Integer> rejectedByEvidence(List<Double> eValues, double q) {
        List<Integer> order = sorted(eValues, Comparator.reverseOrder());
        int rejected = 0;
        for (int k = 1; k <= order.size(); k++) {
            if (eValues.get(order.get(k - 1)) >= order.size() / (q * k)) {
                rejected = k;
            }
        }
        List<Integer> indices = new ArrayList<>(order.subList(0, rejected));
        indices.sort(Comparator.naturalOrder());
        return List.copyOf(indices);
    }

    private static List<Integer> sorted(List<Double> values, Comparator<Double> comparator) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("Not a number among the values to compare");
            }
        }
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get, comparator))
                .toList();
    }
}
