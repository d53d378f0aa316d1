package org.exops.kit.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** The keys that were used in the last 24 hours, and what was answered; outside the transaction of the request itself. */
@ApplicationScoped
class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    // Longer than any request takes; a process that died with a request leaves its key unusable no longer than this.
    private static final Duration LAPSES = Duration.ofSeconds(60);

    private static final String RESERVE = """
            insert into idempotency_key as kept (scope, request_hash, reservation, reserved_until, expires_at)
            values ($1, $2, $3, $4, $5)
            on conflict (scope) do update
               set request_hash = excluded.request_hash, reservation = excluded.reservation,
                   reserved_until = excluded.reserved_until, expires_at = excluded.expires_at,
                   status = null, content_type = null, location = null, etag = null, body = null
             where kept.expires_at <= $6 or (kept.status is null and kept.reserved_until <= $6)
            """;
    private static final String FIND =
            "select request_hash, status, content_type, location, etag, body from idempotency_key where scope = $1";
    private static final String COMPLETE = """
            update idempotency_key set status = $3, content_type = $4, location = $5, etag = $6, body = $7
             where scope = $1 and reservation = $2
            """;
    private static final String RELEASE = "delete from idempotency_key where scope = $1 and reservation = $2";
    private static final String SWEEP = "delete from idempotency_key where expires_at <= $1";

    private final Pool pool;
    private final Clock clock;

    IdempotencyKeys(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Reservation> reserve(byte[] scope, byte[] requestHash) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Tuple row = Tuple.from(Arrays.asList(
                Buffer.buffer(scope),
                Buffer.buffer(requestHash),
                id,
                at(now.plus(LAPSES)),
                at(now.plus(KEPT)),
                at(now)));
        return pool.preparedQuery(RESERVE)
                .execute(row)
                .chain(inserted -> inserted.rowCount() == 1
                        ? Uni.createFrom().item(new Reservation.Granted(scope, id))
                        : find(scope, requestHash));
    }

    private Uni<Reservation> find(byte[] scope, byte[] requestHash) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(scope)))
                .map(rows -> standing(rows, requestHash));
    }

    private static Reservation standing(RowSet<Row> rows, byte[] requestHash) {
        if (rows.size() == 0) {
            // Dropped since we looked: the client's next attempt gets it.
            return new Reservation.UnderWay();
        }
        Row row = rows.iterator().next();
        if (!Arrays.equals(row.getBuffer("request_hash").getBytes(), requestHash)) {
            return new Reservation.Reused();
        }
        return row.getInteger("status") == null ? new Reservation.UnderWay() : new Reservation.Answered(answer(row));
    }

    private static StoredAnswer answer(Row row) {
        var body = row.getBuffer("body");
        return new StoredAnswer(
                row.getInteger("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                body == null ? null : body.getBytes());
    }

    /** Changes nothing when the reservation has lapsed and another request holds the key. */
    Uni<Void> complete(Reservation.Granted granted, StoredAnswer answer) {
        Tuple row = Tuple.from(Arrays.asList(
                Buffer.buffer(granted.scope()),
                granted.id(),
                answer.status(),
                answer.contentType(),
                answer.location(),
                answer.etag(),
                answer.body() == null ? null : Buffer.buffer(answer.body())));
        return pool.preparedQuery(COMPLETE).execute(row).replaceWithVoid();
    }

    Uni<Void> release(Reservation.Granted granted) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(Buffer.buffer(granted.scope()), granted.id()))
                .replaceWithVoid();
    }

    Uni<Integer> sweep() {
        return pool.preparedQuery(SWEEP).execute(Tuple.of(at(clock.instant()))).map(RowSet::rowCount);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
