package org.exops.registry.experiment.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.events.v1.EventTypes;
import org.exops.kit.outbox.Outbox;
import org.exops.registry.experiment.Announcements;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.transaction.SessionSql;

/** Announces through the outbox, so that news leaves if and only if the change is kept. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {
    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(Experiment experiment, Change change) {
        return outbox.append(
                new SessionSql(),
                EventTypes.EXPERIMENT,
                experiment.identity().id().toString(),
                SnapshotWriting.snapshot(experiment, change));
    }
}
