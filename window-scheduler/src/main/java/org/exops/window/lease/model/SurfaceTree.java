package org.exops.window.lease.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/**
 * Everything below one first path segment at one instant: the scope of every decision on who may run.
 *
 * @param now the database's time, on which all replicas agree
 */
public record SurfaceTree(Instant now, Map<SurfacePath, Surface> surfaces, Map<UUID, Admission> admissions) {

    public @Nullable Admission admission(UUID experiment) {
        return admissions.get(experiment);
    }

    /** The surface, which is part of this tree. */
    public Surface surface(SurfacePath path) {
        return Objects.requireNonNull(surfaces.get(path), () -> "no surface " + path);
    }

    /** Asks for an admission; one that stands already is not changed, and what is over is denied. */
    public SurfaceTree request(Experiment experiment, String by) {
        Admission earlier = admissions.get(experiment.id());
        Reason over = experiment.overAt(now);
        if (earlier != null && (earlier.status().isStanding() || isDenied(earlier, over))) {
            return this;
        }
        Admission requested = Admission.requested(experiment, new Request(by, now), earlier);
        return with(over == null ? requested : requested.denied(over));
    }

    /** Gives back what it holds, or leaves the queue; what is over stays as it is. */
    public SurfaceTree release(UUID experiment, String by) {
        return standing(experiment)
                .map(admission -> with(admission.released(now, new Reason(Reason.Code.RELEASED, "released by " + by))))
                .orElse(this);
    }

    /** Adds an approval that {@link ApprovalRule} asked for. */
    public SurfaceTree approve(UUID experiment, Approval approval) {
        return standing(experiment)
                .map(admission -> with(admission.approved(approval)))
                .orElse(this);
    }

    /** The tree with what is newly known of an experiment; the consequences follow when it settles. */
    public SurfaceTree learn(Experiment newer) {
        return standing(newer.id()).map(admission -> with(admission.of(newer))).orElse(this);
    }

    /** Ends what is over, stops what may not run, and grants what may. */
    public Settled settle() {
        return new Settlement(this).run();
    }

    /** The same tree as it would be found at another time. */
    SurfaceTree at(Instant instant) {
        return new SurfaceTree(instant, surfaces, admissions);
    }

    /** When the next slot becomes free by itself. */
    Optional<Instant> nextEnd() {
        return admissions.values().stream()
                .filter(admission -> admission.status().holdsSlot())
                .map(Admission::holdsUntil)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private Optional<Admission> standing(UUID experiment) {
        return Optional.ofNullable(admissions.get(experiment))
                .filter(admission -> admission.status().isStanding());
    }

    private SurfaceTree with(Admission changed) {
        Map<UUID, Admission> all = new LinkedHashMap<>(admissions);
        all.put(changed.id(), changed);
        return new SurfaceTree(now, surfaces, all);
    }

    private static boolean isDenied(Admission earlier, @Nullable Reason over) {
        return over != null && earlier.status() == AdmissionStatus.DENIED;
    }
}
