package org.exops.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** {@link Sql} over a connection of the reactive client. */
public record ConnectionSql(SqlConnection connection) implements Sql {

    public static Sql of(SqlConnection connection) {
        return new ConnectionSql(connection);
    }

    @Override
    public Uni<Integer> execute(String statement, Object... arguments) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.from(List.of(arguments)))
                .map(RowSet::rowCount);
    }
}
