package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.kit.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Front door: publishes snapshots, per experiment at most one per interval; what waits is a fact of the database, so the last one
 * is made up for whatever happens.
 */
@ApplicationScoped
public class EvidencePress {
    private static final Logger LOG = Logger.getLogger(EvidencePress.class);
    private static final long SOON_MILLIS = 100;

    private final Evidence evidence;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;
    private final EvidenceConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();

    EvidencePress(
            Evidence evidence,
            Outbox outbox,
            Transactions transactions,
            Clock clock,
            EvidenceConfig config,
            Vertx vertx) {
        this.evidence = evidence;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
        this.vertx = vertx;
    }

    /** Publishes what is due, and comes back for what is not due yet. */
    void wake() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        publishDue().chain(evidence::pending).subscribe().with(this::comeBack, failure -> {
            LOG.warnf("Publishing goes on within a second: %s", failure);
            looking.set(false);
        });
    }

    private void comeBack(boolean pending) {
        looking.set(false);
        if (pending) {
            var unused = vertx.setTimer(SOON_MILLIS, timer -> wake());
        }
    }

    private Uni<Void> publishDue() {
        return transactions.inTransaction(connection -> {
            Instant now = clock.instant();
            return evidence.due(connection, now.minus(config.publishInterval()))
                    .onItem()
                    .transformToMulti(due -> Multi.createFrom().iterable(due))
                    .onItem()
                    .transformToUniAndConcatenate(snapshot -> publish(connection, snapshot, now))
                    .collect()
                    .last()
                    .replaceWithVoid();
        });
    }

    private Uni<Void> publish(SqlConnection connection, EvidenceSnapshot snapshot, Instant now) {
        return outbox.append(
                        ConnectionSql.of(connection),
                        EventTypes.EVIDENCE,
                        snapshot.experimentId().toString(),
                        snapshot)
                .chain(() -> evidence.published(connection, snapshot, now));
    }
}
