package org.exops.ingest.experiment.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of the evidence are looked at by themselves.
 *
 * @param dimensions each a dimension, or the dimensions of a pair
 * @param protectedSegments value by dimension; never folded
 */
public record Segmentation(List<List<String>> dimensions, List<Map<String, String>> protectedSegments) {
    public Segmentation {
        dimensions = dimensions.stream().map(List::copyOf).toList();
        protectedSegments = protectedSegments.stream().map(Map::copyOf).toList();
    }

    /** Every dimension that some part is cut by. */
    public Set<String> tracked() {
        Set<String> names = new TreeSet<>();
        dimensions.forEach(names::addAll);
        protectedSegments.forEach(where -> names.addAll(where.keySet()));
        return names;
    }
}
