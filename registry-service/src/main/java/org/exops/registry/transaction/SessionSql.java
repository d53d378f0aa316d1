package org.exops.registry.transaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.exops.kit.transaction.Sql;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * Runs a statement in the transaction of the current Hibernate Reactive session, on its connection: a native mutation of
 * Hibernate would invalidate every cached entity at the end of each transaction, with a warning. Entities must be flushed before.
 */
public final class SessionSql implements Sql {

    @Override
    public Uni<Integer> execute(String statement, Object... arguments) {
        return Panache.getSession()
                .map(session -> ((MutinySessionImpl) session).getReactiveConnection())
                .chain(connection -> Uni.createFrom().completionStage(() -> connection.update(statement, arguments)));
    }
}
