package org.exops.window.lease.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Who holds which slot in a tree. */
final class Occupancy {
    private final List<Admission> holders = new ArrayList<>();

    void add(Admission holder) {
        holders.add(holder);
    }

    void replace(Admission holder) {
        holders.replaceAll(other -> other.id().equals(holder.id()) ? holder : other);
    }

    /** What stands in the way, were nobody else waiting; empty when a slot is free. */
    List<Reason> obstacles(Admission next, Surface surface) {
        List<Reason> obstacles = new ArrayList<>();
        List<Admission> here = holders.stream()
                .filter(holder -> holder.experiment().surface().equals(surface.path()))
                .toList();
        // A lowered limit leaves more holders than slots: it revokes nothing and grants nothing.
        if (here.size() >= surface.limit().maxConcurrent()) {
            obstacles.add(Explanation.held(Reason.Code.CAPACITY, surface.path(), here));
        }
        List<Admission> highRisk = here.stream().filter(Occupancy::isHighRisk).toList();
        if (next.experiment().terms().isHighRisk()
                && highRisk.size() >= surface.limit().maxHighRisk()) {
            obstacles.add(Explanation.held(Reason.Code.HIGH_RISK_CAPACITY, surface.path(), highRisk));
        }
        holders.stream()
                .filter(holder -> excludes(holder, next))
                .findFirst()
                .ifPresent(holder -> obstacles.add(Explanation.held(
                        Reason.Code.OVERLAP, holder.experiment().surface(), List.of(holder))));
        return obstacles;
    }

    /** The lowest free numbers; there is one within the limit while fewer slots are held than it allows. */
    Slot freeSlot(Admission next) {
        SurfacePath path = next.experiment().surface();
        return new Slot(
                lowestFree(path, Slot::number),
                next.experiment().terms().isHighRisk() ? freeHighRiskNumber(path) : null);
    }

    /** The lowest free high-risk number, beyond the limit when a running experiment became high-risk: nothing is revoked. */
    int freeHighRiskNumber(SurfacePath path) {
        return lowestFree(path, Slot::highRiskNumber);
    }

    private int lowestFree(SurfacePath path, Function<Slot, @Nullable Integer> number) {
        Set<Integer> taken = holders.stream()
                .filter(holder -> holder.experiment().surface().equals(path))
                .map(holder -> number.apply(slot(holder)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return IntStream.iterate(1, candidate -> candidate + 1)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static boolean excludes(Admission holder, Admission next) {
        Experiment running = holder.experiment();
        return running.surface().isRelatedTo(next.experiment().surface())
                && !running.terms()
                        .sharing()
                        .tolerates(next.experiment().terms().sharing());
    }

    private static boolean isHighRisk(Admission holder) {
        return slot(holder).highRiskNumber() != null;
    }

    private static Slot slot(Admission holder) {
        return Objects.requireNonNull(holder.lease()).slot();
    }
}
