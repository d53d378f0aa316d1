package org.exops.ingest.run.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.exops.ingest.run.RawCases;

/** {@link RawCases} in a table with a partition per day; an upload's pieces share the day of its UUIDv7. */
@ApplicationScoped
class PgRawCases implements RawCases {
    private static final String KEEP = """
            with piece as (
                insert into evidence_chunk (received_on, run, sequence, cases) values ($1, $2, $3, $4)
                on conflict do nothing returning 1)
            insert into upload as known (run, received_on, last_piece_at, chunks) select $2, $1, $5, 1 from piece
            on conflict (run) do update set chunks = known.chunks + 1,
                   last_piece_at = greatest(known.last_piece_at, excluded.last_piece_at)
            """;
    private static final String READ =
            "select cases from evidence_chunk where received_on = $1 and run = $2 and sequence = $3";
    private static final String DROP_UNCOMMITTED = """
            with gone as (
                delete from upload u where u.last_piece_at < $1
                   and not exists (select 1 from eval_run r where r.run = u.run and (r.committed or r.acknowledged))
                returning u.run, u.received_on)
            delete from evidence_chunk c using gone where c.received_on = gone.received_on and c.run = gone.run
            """;

    private final Pool pool;
    private final AtomicReference<LocalDate> partition = new AtomicReference<>(LocalDate.EPOCH);

    PgRawCases(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, Piece piece, Instant at) {
        LocalDate day = day(piece.run());
        Tuple row =
                Tuple.of(day, piece.run(), piece.sequence(), Buffer.buffer(piece.cases()), at.atOffset(ZoneOffset.UTC));
        return ensurePartition(day)
                .chain(() -> connection.preparedQuery(KEEP).execute(row))
                .replaceWithVoid();
    }

    // On its own connection: a table that is being made would block every writer until the end of the transaction.
    private Uni<Void> ensurePartition(LocalDate day) {
        if (day.equals(partition.get())) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery("select ensure_chunk_partition($1)")
                .execute(Tuple.of(day))
                .invoke(() -> partition.set(day))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> read(SqlConnection connection, UUID run, int sequence) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(day(run), run, sequence))
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
    }

    @Override
    public Uni<Integer> dropUncommitted(Instant then) {
        return pool.preparedQuery(DROP_UNCOMMITTED)
                .execute(Tuple.of(then.atOffset(ZoneOffset.UTC)))
                .map(dropped -> dropped.rowCount());
    }

    @Override
    public Uni<Integer> dropBefore(Instant then) {
        return pool.preparedQuery("select drop_chunk_partitions($1)")
                .execute(Tuple.of(LocalDate.ofInstant(then, ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    // The first 48 bits of a UUIDv7 (RFC 9562) are milliseconds since 1970.
    private static LocalDate day(UUID run) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(run.getMostSignificantBits() >>> 16), ZoneOffset.UTC);
    }
}
