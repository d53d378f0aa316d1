package org.exops.scoring.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.exops.scoring.strategy.model.PublishedStrategy;
import org.jspecify.annotations.Nullable;

/** Where strategies are kept, every version of them. */
public interface Strategies {
    /** Nobody else publishes under this name until the transaction ends. */
    Uni<Void> lock(SqlConnection connection, String name);

    Uni<Optional<PublishedStrategy>> newest(SqlConnection connection, String name);

    /** The newest version of each name after {@code after}, by name. */
    Uni<List<PublishedStrategy>> page(SqlConnection connection, @Nullable String after, int limit);

    Uni<Void> add(SqlConnection connection, PublishedStrategy strategy);
}
