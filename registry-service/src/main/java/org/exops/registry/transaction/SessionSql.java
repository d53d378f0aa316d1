package org.exops.registry.transaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.regex.Pattern;
import org.exops.kit.transaction.Sql;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs a statement of the kit in the transaction of the current Hibernate Reactive session. */
public final class SessionSql implements Sql {
    // The kit numbers its placeholders as PostgreSQL does, Hibernate as JPA does.
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");

    @Override
    public Uni<Integer> execute(String statement, Object... arguments) {
        String numbered = PLACEHOLDER.matcher(statement).replaceAll("?$1");
        return Panache.getSession().chain(session -> {
            Mutiny.Query<?> query = session.createNativeQuery(numbered);
            for (int i = 0; i < arguments.length; i++) {
                query.setParameter(i + 1, arguments[i]);
            }
            return query.executeUpdate();
        });
    }
}
