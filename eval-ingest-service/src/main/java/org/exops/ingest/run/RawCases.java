package org.exops.ingest.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.UUID;

/** The raw cases as they came, by day of receipt. */
public interface RawCases {
    /** Keeps a piece, once. */
    Uni<Void> keep(SqlConnection connection, Piece piece, Instant at);

    /** Some cases of an upload, as the log carries them. */
    record Piece(UUID run, int sequence, byte[] cases) {}

    Uni<byte[]> read(SqlConnection connection, UUID run, int sequence);

    /** Drops the pieces of uploads whose newest piece came before {@code then} and that are neither committed nor acknowledged. */
    Uni<Integer> dropUncommitted(Instant then);

    /** Drops the days before {@code then}. */
    Uni<Integer> dropBefore(Instant then);
}
