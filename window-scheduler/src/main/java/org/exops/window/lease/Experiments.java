package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.exops.window.lease.model.Experiment;
import org.jspecify.annotations.Nullable;

/** What is known of the experiments, as the registry last told it. */
public interface Experiments {

    /**
     * The experiment as known now; the item is null when it is not known (yet).
     *
     * @param reference key or id
     */
    Uni<@Nullable Experiment> find(SqlConnection connection, String reference);

    /** Keeps the experiment unless as new a revision is known; false when there was nothing to keep. */
    Uni<Boolean> learn(SqlConnection connection, Experiment experiment, long revision);
}
