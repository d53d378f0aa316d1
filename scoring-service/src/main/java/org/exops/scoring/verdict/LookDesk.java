package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.scoring.verdict.model.LookTimes;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/** Decides, within a transaction, whether an experiment is looked at now, later or not. */
@ApplicationScoped
class LookDesk {
    private final Dockets dockets;
    private final VerdictPress press;
    private final Clock clock;

    LookDesk(Dockets dockets, VerdictPress press, Clock clock) {
        this.dockets = dockets;
        this.press = press;
        this.clock = clock;
    }

    /** @return when the look is made up for, if it had to wait because the last was less than a second ago */
    Uni<Optional<Instant>> consider(SqlConnection connection, UUID experiment) {
        return dockets.lock(connection, experiment)
                .chain(found -> found.isPresent() && found.get().open()
                        ? consider(connection, found.get())
                        : dockets.postpone(connection, experiment, null).replaceWith(Optional.empty()));
    }

    private Uni<Optional<Instant>> consider(SqlConnection connection, StoredDocket docket) {
        ExperimentSnapshot experiment = Objects.requireNonNull(docket.experiment());
        Sighting sighting = Sightings.of(experiment, docket.evidence(), docket.admission());
        LookTimes times = StoredDocket.times(experiment, docket.evidence() != null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!isDue(docket, sighting, times, now)) {
            return dockets.postpone(connection, docket.id(), time(times, docket.lookedAt()))
                    .replaceWith(Optional.empty());
        }
        Instant earliest = LookTimes.earliest(docket.lookedAt(), now);
        if (earliest.isAfter(now)) {
            return dockets.postpone(connection, docket.id(), earliest).replaceWith(Optional.of(earliest));
        }
        return press.print(connection, docket, now)
                .chain(() -> dockets.looked(connection, docket.id(), sighting, now, time(times, now)))
                .replaceWith(Optional.empty());
    }

    // Before the first run is committed only the deadline makes a verdict: until then an experiment may still be
    // withdrawn.
    private static boolean isDue(StoredDocket docket, Sighting sighting, LookTimes times, Instant now) {
        if (times.cameSince(docket.lookedAt(), now)) {
            return true;
        }
        Sighting last = docket.sighting();
        return docket.evidence() != null && (last == null || sighting.differsEnoughFrom(last));
    }

    private static @Nullable Instant time(LookTimes times, @Nullable Instant lookedAt) {
        return times.next(lookedAt).orElse(null);
    }
}
