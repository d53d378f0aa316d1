package org.exops.ingest.experiment.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the registered plan says about evidence; it never changes.
 *
 * @param variants names, in the order of the configuration
 * @param control index of the control among them
 * @param losses US dollars per risk event, by name
 * @param latencyBudget the p95 that a request may take
 * @param evalSet {@code name@version} that the plan asks for
 */
public record Plan(
        List<String> variants,
        int control,
        List<Metric> metrics,
        Map<String, Double> losses,
        @Nullable Duration latencyBudget,
        Segmentation segmentation,
        @Nullable String evalSet) {

    public Plan {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        losses = Map.copyOf(losses);
        if (control < 0 || control >= variants.size()) {
            throw new IllegalArgumentException("a plan has a control");
        }
        if (metrics.stream()
                        .filter(metric -> metric.role() == Metric.Role.TARGET)
                        .count()
                != 1) {
            throw new IllegalArgumentException("a plan has exactly one target metric");
        }
    }

    /** Index of the target among the metrics. */
    public int target() {
        return IntStream.range(0, metrics.size())
                .filter(index -> metrics.get(index).role() == Metric.Role.TARGET)
                .findFirst()
                .orElseThrow();
    }

    /** Index of a variant; -1 when there is none of that name. */
    public int variant(String name) {
        return variants.indexOf(name);
    }

    /** Indexes of the treatments: pair number p is control against the p-th of them. */
    public int[] treatments() {
        return IntStream.range(0, variants.size())
                .filter(index -> index != control)
                .toArray();
    }
}
