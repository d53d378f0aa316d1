package org.exops.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the payload is the value. */
public final class CloudEvents {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";

    private CloudEvents() {}

    /** A record that carries {@code event}. */
    public static ProducerRecord<String, byte[]> kafkaRecord(OutboxRow event) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        add(sent.headers(), "ce_specversion", "1.0");
        add(sent.headers(), ID, event.id().toString());
        add(sent.headers(), TYPE, event.type());
        add(sent.headers(), "ce_source", event.source());
        add(sent.headers(), "ce_subject", event.key());
        add(sent.headers(), TIME, event.time().toInstant().toString());
        add(sent.headers(), "content-type", "application/json");
        if (event.traceparent() != null) {
            add(sent.headers(), "traceparent", event.traceparent());
        }
        return sent;
    }

    /** The {@code ce_type} of a received record; null where there is none. */
    public static @Nullable String type(ConsumerRecord<?, ?> received) {
        return header(received, TYPE);
    }

    /** An attribute that must be there; fails with {@link IllegalArgumentException}. */
    public static String required(ConsumerRecord<?, ?> received, String name) {
        String value = header(received, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    /** The event's id; fails with {@link IllegalArgumentException}. */
    public static UUID id(ConsumerRecord<?, ?> received) {
        return UUID.fromString(required(received, ID));
    }

    private static @Nullable String header(ConsumerRecord<?, ?> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
