package org.exops.scoring.verdict;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exops.kit.migration.Migrations;
import org.exops.kit.transaction.Transactions;
import org.exops.kit.transaction.Unavailability;
import org.jboss.logging.Logger;

/** Looks at what time itself has made due, every second, on one replica at a time. */
@ApplicationScoped
class LookSweep {
    private static final Logger LOG = Logger.getLogger(LookSweep.class);
    private static final long LOCK = 0x65786f70732d6c6bL; // "exops-lk"

    private final Transactions transactions;
    private final VerdictIntake intake;
    private final Migrations migrations;
    private final AtomicBoolean stopped = new AtomicBoolean();

    LookSweep(Transactions transactions, VerdictIntake intake, Migrations migrations) {
        this.transactions = transactions;
        this.intake = intake;
        this.migrations = migrations;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (stopped.get() || !migrations.done()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(connection -> connection
                        .preparedQuery("select pg_try_advisory_xact_lock($1) as locked")
                        .execute(Tuple.of(LOCK))
                        .chain(rows -> rows.iterator().next().getBoolean("locked")
                                ? lookAtAll()
                                : Uni.createFrom().voidItem()))
                .onFailure(Unavailability::isTransient)
                .recoverWithItem(failure -> {
                    // While the service stops, the pool closes under a sweep that is under way.
                    LOG.logf(
                            stopped.get() ? Logger.Level.DEBUG : Logger.Level.WARN,
                            "The sweep waits for the database: %s",
                            failure);
                    return null;
                });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    private Uni<Void> lookAtAll() {
        return intake.due()
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::look)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    // Each experiment in a transaction of its own: one that fails holds up no other, and goes behind them.
    private Uni<Void> look(UUID experiment) {
        return stopped.get()
                ? Uni.createFrom().voidItem()
                : intake.look(experiment).onFailure().recoverWithUni(failure -> putOff(experiment, failure));
    }

    private Uni<Void> putOff(UUID experiment, Throwable failure) {
        if (stopped.get()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("Experiment %s is due and was not looked at; it is tried again later: %s", experiment, failure);
        return intake.putOff(experiment);
    }
}
