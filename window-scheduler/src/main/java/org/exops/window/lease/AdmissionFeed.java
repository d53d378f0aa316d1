package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import org.exops.window.lease.model.Change;

/** Tells the neighbours how an admission stands now. */
public interface AdmissionFeed {

    /** Announces the change when, and only when, the transaction commits. */
    Uni<Void> announce(SqlConnection connection, Change change, Instant at);
}
