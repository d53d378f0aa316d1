package org.exops.window.lease.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** When those who wait would start if everybody stayed to the end of the plan and nobody else came. */
final class Forecast {
    // Each step is a settlement of the whole tree; who starts later than this many ends from now is told no time.
    private static final int STEPS = 64;

    private Forecast() {}

    static Map<UUID, Instant> earliestStarts(SurfaceTree tree) {
        Map<UUID, Instant> starts = new HashMap<>();
        SurfaceTree then = tree;
        for (int step = 0; step < STEPS; step++) {
            Optional<Instant> end = then.nextEnd();
            if (end.isEmpty()) {
                break;
            }
            SurfaceTree next = then.at(end.get()).settle().tree();
            note(then, next, starts);
            then = next;
        }
        return starts;
    }

    private static void note(SurfaceTree before, SurfaceTree after, Map<UUID, Instant> starts) {
        after.admissions().forEach((id, admission) -> {
            Admission earlier = before.admission(id);
            if (earlier != null
                    && earlier.status() == AdmissionStatus.QUEUED
                    && admission.status() == AdmissionStatus.GRANTED) {
                starts.put(id, after.now());
            }
        });
    }
}
