package org.exops.window.lease;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.kit.migration.Migrations;
import org.exops.kit.transaction.Transactions;
import org.exops.kit.transaction.Unavailability;
import org.exops.window.surface.model.SurfacePath;
import org.jboss.logging.Logger;

/**
 * Ends what has passed its deadline, every second, on one replica at a time. It makes the end prompt; that nothing is granted in
 * the place of a lease that still runs, and no token outlives its lease, rests on the instants themselves.
 */
@ApplicationScoped
class DeadlineSweep {
    private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);
    private static final long LOCK = 0x65786f70732d6c65L; // "exops-le"

    private final Transactions transactions;
    private final Admissions admissions;
    private final TreeKeeper trees;
    private final Migrations migrations;

    DeadlineSweep(Transactions transactions, Admissions admissions, TreeKeeper trees, Migrations migrations) {
        this.transactions = transactions;
        this.admissions = admissions;
        this.trees = trees;
        this.migrations = migrations;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (!migrations.done()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(connection -> alone(connection)
                        .chain(alone -> alone
                                ? endOverdue(connection)
                                : Uni.createFrom().voidItem()))
                .onFailure(Unavailability::isTransient)
                .recoverWithItem(failure -> {
                    LOG.warnf("The sweep waits for the database: %s", failure);
                    return null;
                });
    }

    private static Uni<Boolean> alone(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1) as locked")
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean("locked"));
    }

    private Uni<Void> endOverdue(SqlConnection connection) {
        return admissions
                .overdue(connection)
                .chain(surfaces -> Multi.createFrom()
                        .iterable(surfaces)
                        .onItem()
                        .transformToUniAndConcatenate(this::settle)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    // Each tree in a transaction of its own: one that fails holds up no other, and is tried again in a second.
    private Uni<Void> settle(SurfacePath overdue) {
        return transactions
                .inTransaction(connection -> trees.settle(connection, overdue))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "What is overdue around %s was not ended", overdue);
                    return null;
                });
    }
}
