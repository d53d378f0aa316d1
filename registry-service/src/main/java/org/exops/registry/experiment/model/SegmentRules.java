package org.exops.registry.experiment.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which dimensions evidence may be cut by, and who takes part. */
final class SegmentRules {
    private static final String AT = "/segments";

    private SegmentRules() {}

    static void check(List<List<String>> segments, Breaches breaches) {
        breaches.unless(segments.size() <= 20, AT, "must not have more than 20 entries");
        Set<Set<String>> seen = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            List<String> dimensions = segments.get(i);
            String pointer = AT + "/" + i;
            breaches.unless(
                    dimensions.size() == 1 || dimensions.size() == 2, pointer, "must be a dimension or a pair of them");
            breaches.unless(
                    dimensions.stream()
                            .allMatch(name -> Syntax.DIMENSION.matcher(name).matches()),
                    pointer,
                    "is not a dimension's name");
            Set<String> distinct = new HashSet<>(dimensions);
            breaches.unless(distinct.size() == dimensions.size(), pointer, "a pair needs two different dimensions");
            breaches.unless(seen.add(distinct), pointer, "is there already");
        }
    }

    static void checkPopulation(Map<String, List<String>> population, Breaches breaches) {
        population.forEach((dimension, values) -> {
            String pointer = "/run/population/" + dimension;
            breaches.unlessMatching(dimension, Syntax.DIMENSION, pointer, "is not a dimension's name");
            breaches.unless(!values.isEmpty(), pointer, "must list at least one value, or nobody takes part");
        });
    }
}
