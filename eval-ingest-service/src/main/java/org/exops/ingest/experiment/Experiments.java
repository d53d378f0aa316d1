package org.exops.ingest.experiment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.experiment.model.KnownExperiment;

/** The experiments that the registry has told of. */
public interface Experiments {
    /** By key or id. */
    Uni<Optional<KnownExperiment>> find(String keyOrId);

    Uni<Optional<KnownExperiment>> find(SqlConnection connection, UUID id);

    /** Keeps the highest revision. */
    Uni<Void> learn(SqlConnection connection, KnownExperiment experiment);
}
