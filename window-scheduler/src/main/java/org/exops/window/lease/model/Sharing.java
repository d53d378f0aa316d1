package org.exops.window.lease.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Whom an experiment tolerates on an ancestor or a descendant of its surface.
 *
 * @param population allowed values by dimension; empty is everyone
 */
public record Sharing(boolean overlapAllowed, Map<String, List<String>> population) {
    public static final Sharing EXCLUSIVE = new Sharing(false, Map.of());

    public boolean tolerates(Sharing other) {
        return (overlapAllowed && other.overlapAllowed) || isDisjointFrom(other);
    }

    private boolean isDisjointFrom(Sharing other) {
        return population.entrySet().stream().anyMatch(dimension -> {
            List<String> theirs = other.population.getOrDefault(dimension.getKey(), List.of());
            // An empty list of values proves nothing.
            return !dimension.getValue().isEmpty()
                    && !theirs.isEmpty()
                    && Collections.disjoint(dimension.getValue(), theirs);
        });
    }
}
