package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/** The newest snapshots of each experiment. To learn answers false, and changes nothing, when as much was known already. */
public interface Dockets {
    Uni<Boolean> learn(SqlConnection connection, ExperimentSnapshot snapshot);

    Uni<Boolean> learn(SqlConnection connection, EvidenceSnapshot snapshot);

    Uni<Boolean> learn(SqlConnection connection, AdmissionSnapshot snapshot);

    /** Locks the experiment until the transaction ends; looks at one experiment come one after the other. */
    Uni<Optional<StoredDocket>> lock(SqlConnection connection, UUID experiment);

    /** Keeps when the experiment is looked at next. */
    Uni<Void> postpone(SqlConnection connection, UUID experiment, @Nullable Instant dueAt);

    /** Keeps that the due look failed: each failure in a row doubles the pause before the next attempt. */
    Uni<Void> failed(SqlConnection connection, UUID experiment, Instant now);

    /** Keeps that a look was taken. */
    Uni<Void> looked(SqlConnection connection, UUID experiment, Sighting sighting, Instant at, @Nullable Instant dueAt);

    /** Experiments whose time has come, the longest waiting first. */
    Uni<List<UUID>> due(SqlConnection connection, Instant now, int limit);

    /** Other experiments whose lease overlaps with this one's on its surface. */
    Uni<List<VerdictSnapshot.Interference>> interference(SqlConnection connection, UUID experiment);

    /** The id of an experiment, by its id or key. */
    Uni<Optional<UUID>> find(SqlConnection connection, String reference);
}
