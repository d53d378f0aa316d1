package org.exops.kit.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way out; the subject is the key. */
record OutboxRow(
        long position,
        UUID id,
        String topic,
        String key,
        String type,
        String source,
        OffsetDateTime time,
        @Nullable String traceparent,
        byte[] payload) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("position"),
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("source"),
                row.getOffsetDateTime("time"),
                row.getString("traceparent"),
                row.getBuffer("payload").getBytes());
    }
}
