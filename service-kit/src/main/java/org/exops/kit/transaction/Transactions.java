package org.exops.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Opens transactions for the front doors of services that use the reactive client directly. */
@ApplicationScoped
public class Transactions {
    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /** Commits when {@code work} ends well, rolls back and fails with its failure otherwise. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }
}
