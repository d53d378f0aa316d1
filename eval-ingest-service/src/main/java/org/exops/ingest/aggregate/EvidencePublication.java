package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.kit.json.EventJson;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.kit.transaction.Unavailability;

/** Publishes one snapshot within a transaction. */
@ApplicationScoped
class EvidencePublication {
    private final Evidence evidence;
    private final Outbox outbox;
    private final EvidenceConfig config;

    EvidencePublication(Evidence evidence, Outbox outbox, EvidenceConfig config) {
        this.evidence = evidence;
        this.outbox = outbox;
        this.config = config;
    }

    /** Whether there was one that is due. Fails with {@link StuckExperimentException} when it cannot be published. */
    Uni<Boolean> publishNext(SqlConnection connection, Instant now, UUID[] leftAlone) {
        return evidence.due(connection, now.minus(config.publishInterval()), leftAlone)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : publish(connection, due.get(), now).replaceWith(true));
    }

    Uni<Boolean> pending(UUID[] leftAlone) {
        return evidence.pending(leftAlone);
    }

    private Uni<Void> publish(SqlConnection connection, Evidence.Due due, Instant now) {
        return Uni.createFrom()
                .item(() -> EventJson.read(due.snapshot(), EvidenceSnapshot.class))
                .call(snapshot -> outbox.append(
                        ConnectionSql.of(connection),
                        EventTypes.EVIDENCE,
                        due.experimentId().toString(),
                        snapshot))
                .chain(snapshot -> evidence.published(connection, snapshot, now))
                .onFailure(failure -> !Unavailability.isTransient(failure))
                .transform(failure -> new StuckExperimentException(due.experimentId(), failure));
    }
}
