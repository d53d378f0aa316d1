package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exops.ingest.run.Quiet;
import org.exops.kit.transaction.Transactions;

/**
 * Front door: publishes snapshots, per experiment at most one per interval; what waits is a fact of the database, so the last one
 * is made up for whatever happens.
 */
@ApplicationScoped
public class EvidencePress {
    private static final long SOON_MILLIS = 100;

    private final EvidencePublication publication;
    private final Transactions transactions;
    private final Clock clock;
    private final Vertx vertx;
    private final Pauses pauses;
    private final Quiet quiet;
    private final AtomicBoolean looking = new AtomicBoolean();

    EvidencePress(
            EvidencePublication publication,
            Transactions transactions,
            Clock clock,
            Vertx vertx,
            Pauses pauses,
            Quiet quiet) {
        this.publication = publication;
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
        this.pauses = pauses;
        this.quiet = quiet;
    }

    /** Publishes what is due, and comes back for what is not due yet. */
    void wake() {
        if (quiet.isRest() || !looking.compareAndSet(false, true)) {
            return;
        }
        publishDue()
                .chain(() -> publication.pending(pauses.standing()))
                .subscribe()
                .with(this::comeBack, failure -> {
                    quiet.warn("Publishing", failure);
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
        return Multi.createBy()
                .repeating()
                .uni(this::publishOne)
                .whilst(published -> published)
                .collect()
                .last()
                .replaceWithVoid();
    }

    // One that fails holds up no other.
    private Uni<Boolean> publishOne() {
        return transactions
                .inTransaction(connection -> publication.publishNext(connection, clock.instant(), pauses.standing()))
                .onFailure(StuckExperimentException.class)
                .recoverWithItem(failure -> {
                    pauses.begin((StuckExperimentException) failure);
                    return true;
                });
    }
}
