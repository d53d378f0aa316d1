package org.exops.window.lease.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.exops.window.surface.model.SurfacePath;

/**
 * Those who wait and may run, in their order. Who came first for what another one needs as well is served first, or the small
 * could starve the large.
 */
final class Line {
    private final Map<SurfacePath, List<Admission>> waiting = new LinkedHashMap<>();
    private final Map<UUID, Integer> joined = new HashMap<>();

    void add(Admission next) {
        waiting.computeIfAbsent(next.experiment().surface(), path -> new ArrayList<>())
                .add(next);
        joined.put(next.id(), joined.size());
    }

    int countAheadOf(Admission next) {
        return sameSurface(next).size() + (int) onRelatives(next).count();
    }

    Optional<Admission> firstAheadOf(Admission next) {
        return Stream.concat(sameSurface(next).stream().limit(1), onRelatives(next))
                .min(Comparator.comparing(first -> joined.getOrDefault(first.id(), 0)));
    }

    private List<Admission> sameSurface(Admission next) {
        return waiting.getOrDefault(next.experiment().surface(), List.of());
    }

    private Stream<Admission> onRelatives(Admission next) {
        Experiment experiment = next.experiment();
        return waiting.entrySet().stream()
                .filter(entry -> entry.getKey().isRelatedTo(experiment.surface()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(other -> !other.experiment()
                        .terms()
                        .sharing()
                        .tolerates(experiment.terms().sharing()));
    }
}
