package org.exops.window.enforcement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.enforcement.model.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** The ledger, to which entries are only ever added. */
public interface Enforcements {

    /** Adds an entry to the chain of its surface, at the database's time. */
    Uni<Void> append(SqlConnection connection, Enforcement enforcement);

    /**
     * Entries in the order in which they were written.
     *
     * @param experiment id or key; absent for all
     * @param after the id before the first wanted one
     */
    Uni<List<LedgerEntry>> page(SqlConnection connection, @Nullable String experiment, long after, int limit);
}
