package org.exops.window.lease.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exops.window.surface.model.Surface;

/**
 * A tree after its settlement.
 *
 * @param places of those who wait
 */
public record Settled(SurfaceTree tree, Map<UUID, Place> places) {

    public Place place(UUID experiment) {
        return places.getOrDefault(experiment, Place.NONE);
    }

    /** What differs from {@code before}, one change per admission, slots freed before slots taken. */
    public List<Change> changesSince(SurfaceTree before) {
        return tree.admissions().values().stream()
                .map(after -> new Change(before.admission(after.id()), after.revised(), place(after.id())))
                .filter(Change::isReal)
                .sorted(Comparator.comparing(Settled::turn))
                .toList();
    }

    // A reservation may take the high-risk number of one that ended, and a lease the slot of either.
    private static int turn(Change change) {
        return switch (change.after().status()) {
            case GRANTED -> 2;
            case SUSPENDED -> 1;
            case QUEUED, RELEASED, DENIED -> 0;
        };
    }

    /** Surfaces that got an owner or gave out tokens. */
    public List<Surface> surfacesChangedSince(SurfaceTree before) {
        return tree.surfaces().values().stream()
                .filter(after -> !Objects.equals(after, before.surfaces().get(after.path())))
                .toList();
    }
}
