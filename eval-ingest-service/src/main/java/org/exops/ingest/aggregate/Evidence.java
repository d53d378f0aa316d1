package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.model.EvidenceBatch;
import org.jspecify.annotations.Nullable;

/** The sums of the evidence, and the snapshots made from them. */
public interface Evidence {
    /** An experiment that has something to count and that nobody else is counting; locked until the transaction ends. */
    Uni<Optional<Sums>> next(SqlConnection connection, UUID[] leftAlone);

    /**
     * The sums of an experiment.
     *
     * @param totals stored form; absent before the first run
     */
    record Sums(UUID experimentId, byte @Nullable [] totals) {}

    Uni<List<EvidenceBatch.StoredCase>> cases(SqlConnection connection, UUID experimentId, Collection<String> caseIds);

    Uni<List<EvidenceBatch.StoredCluster>> clusters(
            SqlConnection connection, UUID experimentId, Collection<String> names);

    /** Stores what a batch has changed. */
    Uni<Void> store(SqlConnection connection, UUID experimentId, EvidenceBatch batch, byte[] totals);

    /** 0 when there is no snapshot yet. */
    Uni<Long> revision(SqlConnection connection, UUID experimentId);

    /** To be published when its time comes. */
    Uni<Void> put(SqlConnection connection, EvidenceSnapshot snapshot);

    Uni<Optional<EvidenceSnapshot>> snapshot(UUID experimentId);

    /** A snapshot that is not published and whose predecessor was before {@code then}; locked. */
    Uni<Optional<Due>> due(SqlConnection connection, Instant then, UUID[] leftAlone);

    /** A snapshot as it is stored, in JSON. */
    record Due(UUID experimentId, byte[] snapshot) {}

    Uni<Void> published(SqlConnection connection, EvidenceSnapshot snapshot, Instant at);

    /** Whether some snapshot waits to be published. */
    Uni<Boolean> pending(UUID[] leftAlone);
}
