package org.exops.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.exops.events.v1.EventType;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.json.EventJson;
import org.exops.kit.transaction.Sql;

/**
 * Takes an event in the transaction that caused it. Lock the aggregate's row first: then the order of a key in the outbox is the
 * order of its commits.
 */
@ApplicationScoped
public class Outbox {
    private static final int LARGEST_PAYLOAD = 512 * 1024;
    private static final String APPEND = """
            insert into outbox (id, topic, key, type, source, subject, time, traceparent, payload)
            values ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), $9)""";

    private final TimeOrderedIds ids;
    private final Clock clock;
    private final String source;

    Outbox(TimeOrderedIds ids, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.ids = ids;
        this.clock = clock;
        this.source = "/" + service;
    }

    /**
     * Appends one event.
     *
     * @param key the record key; the events of one key are sent in the order of their appending
     * @throws PayloadTooLargeException (as failure) over 512 KiB of JSON
     */
    public <T> Uni<Void> append(Sql sql, EventType<T> type, String key, T payload) {
        byte[] json = EventJson.bytes(payload);
        if (json.length > LARGEST_PAYLOAD) {
            return Uni.createFrom().failure(new PayloadTooLargeException(type.type(), json.length, LARGEST_PAYLOAD));
        }
        return sql.execute(
                        APPEND,
                        ids.next(),
                        type.topic(),
                        key,
                        type.type(),
                        source,
                        key,
                        OffsetDateTime.now(clock),
                        traceparent(),
                        json)
                .replaceWithVoid();
    }

    // W3C trace context, so that a trace goes on behind the broker; empty outside of a trace.
    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : "";
    }
}
