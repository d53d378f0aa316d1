package org.exops.registry.experiment.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.kit.json.EventJson;
import org.exops.kit.outbox.Outbox;
import org.exops.registry.experiment.Announcements;
import org.exops.registry.experiment.ExperimentTooLargeException;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.transaction.SessionSql;

/** Announces through the outbox, so that news leaves if and only if the change is kept. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {
    // The outbox takes 512 KiB; a decision and a raised tier need room too, or what registers could never be ended.
    private static final int LARGEST_REGISTERED = 464 * 1024;

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(Experiment experiment, Change change) {
        ExperimentSnapshot snapshot = SnapshotWriting.snapshot(experiment, change);
        if (change == Change.REGISTERED) {
            int bytes = EventJson.bytes(snapshot).length;
            if (bytes > LARGEST_REGISTERED) {
                return Uni.createFrom().failure(new ExperimentTooLargeException(bytes, LARGEST_REGISTERED));
            }
        }
        return outbox.append(
                new SessionSql(),
                EventTypes.EXPERIMENT,
                experiment.identity().id().toString(),
                snapshot);
    }
}
