package org.exops.window.lease.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;

/** One pass over a tree, after which no slot is free that the head of a line could take. */
final class Settlement {
    private final Instant now;
    private final Map<SurfacePath, Surface> surfaces;
    private final Map<UUID, Admission> admissions;
    private final Occupancy occupancy = new Occupancy();
    private final Map<UUID, Place> places = new HashMap<>();

    Settlement(SurfaceTree tree) {
        now = tree.now();
        surfaces = new LinkedHashMap<>(tree.surfaces());
        admissions = new LinkedHashMap<>(tree.admissions());
    }

    Settled run() {
        admissions.replaceAll((id, admission) -> endedIfOver(admission));
        admissions.values().stream()
                .filter(admission -> admission.status().holdsSlot())
                .forEach(occupancy::add);
        admissions.replaceAll((id, admission) -> suspendedIfItMayNotRun(admission));
        grantInOrder();
        return new Settled(new SurfaceTree(now, surfaces, admissions), places);
    }

    private Admission endedIfOver(Admission admission) {
        Reason over = admission.status().isStanding() ? admission.experiment().overAt(now) : null;
        return over == null ? admission : admission.released(now, over);
    }

    private Admission suspendedIfItMayNotRun(Admission admission) {
        if (admission.status() != AdmissionStatus.GRANTED || windowIsOpenFor(admission)) {
            return admission;
        }
        SurfacePath path = admission.experiment().surface();
        Admission suspended = admission.suspended(now, occupancy.freeHighRiskNumber(path), noWindow(path));
        occupancy.replace(suspended);
        return suspended;
    }

    private void grantInOrder() {
        Line line = new Line();
        List<Admission> waiting = admissions.values().stream()
                .filter(admission -> admission.status() == AdmissionStatus.QUEUED)
                .sorted(order())
                .toList();
        for (Admission next : waiting) {
            List<Reason> aside = whyAside(next);
            if (!aside.isEmpty()) {
                places.put(next.id(), Place.aside(aside));
            } else if (!grantedBehind(line, next)) {
                line.add(next);
            }
        }
    }

    private Comparator<Admission> order() {
        return Comparator.<Admission, PriorityClass>comparing(admission -> admission.rankedAt(now))
                .thenComparing(admission -> admission.request().at())
                .thenComparing(Admission::id);
    }

    // Those who may not run whatever is free; they do not hold up the others.
    private List<Reason> whyAside(Admission waiting) {
        Surface surface = surfaceOf(waiting);
        List<Reason> reasons = new ArrayList<>();
        if (waiting.lacksOwnersApproval(surface)) {
            reasons.add(new Reason(
                    Reason.Code.SURFACE_OWNER,
                    "%s belongs to team %s, and none of its approvers has approved"
                            .formatted(surface.path(), surface.team())));
        }
        if (!windowIsOpenFor(waiting)) {
            reasons.add(noWindow(surface.path()));
        }
        if (waiting.experiment().terms().isHighRisk() && surface.limit().maxHighRisk() == 0) {
            reasons.add(new Reason(Reason.Code.HIGH_RISK_CLOSED, surface.path() + " takes no high-risk experiment"));
        }
        return reasons;
    }

    private boolean grantedBehind(Line line, Admission next) {
        List<Reason> obstacles = occupancy.obstacles(next, surfaceOf(next));
        int ahead = line.countAheadOf(next);
        if (ahead == 0 && obstacles.isEmpty()) {
            grant(next);
            return true;
        }
        places.put(next.id(), Explanation.of(next, line.firstAheadOf(next), ahead + 1, obstacles));
        return false;
    }

    private void grant(Admission next) {
        Surface surface = surfaceOf(next).withNextToken();
        if (surface.team() == null) {
            surface = surface.ownedBy(next.experiment().team());
        }
        surfaces.put(surface.path(), surface);
        Slot slot = occupancy.freeSlot(next);
        Lease lease = new Lease(
                slot, surface.lastToken(), now, next.experiment().terms().deadline());
        Admission granted = next.granted(lease);
        admissions.put(granted.id(), granted);
        occupancy.add(granted);
    }

    private Surface surfaceOf(Admission admission) {
        SurfacePath path = admission.experiment().surface();
        return Objects.requireNonNull(surfaces.get(path), () -> "no surface " + path);
    }

    // A high-risk experiment runs only inside an occurrence of an approved window. This is the one place that lets it
    // in, when
    // it waits as well as while it runs; what is not approved is closed.
    private static boolean windowIsOpenFor(Admission admission) {
        return !admission.experiment().terms().isHighRisk();
    }

    private static Reason noWindow(SurfacePath path) {
        return new Reason(Reason.Code.NO_WINDOW, "high-risk, and no approved window is open for " + path);
    }
}
