package org.exops.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.exops.events.v1.EventType;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/** The neighbours of a service under test: sends what they would send, and reads what they would read. */
public final class Events {
    private static final long PATIENCE_SECONDS = 30;

    private Events() {}

    /** Sends an event as CloudEvents in binary mode; it is durable when this ends. */
    public static <T> void publish(EventType<T> type, String key, T payload) {
        publish(type, key, payload, UUID.randomUUID());
    }

    /** The same with a given id: sent twice, it is a redelivery. */
    public static <T> void publish(EventType<T> type, String key, T payload, UUID id) {
        publish(type.topic(), key, headers(type.type(), key, id), EventJson.bytes(payload));
    }

    /** Sends any record, for what no neighbour should send; it is durable when this ends. */
    public static void publish(String topic, String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        // A producer per event costs milliseconds and leaves nothing behind when a test's own broker goes.
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        CurrentKafka.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot publish to " + topic, e);
        }
    }

    /** The headers of a CloudEvent in binary mode. */
    public static Map<String, String> headers(String type, String key, UUID id) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_type",
                type,
                "ce_source",
                "/test",
                "ce_subject",
                key,
                "ce_time",
                Instant.now().toString(),
                "content-type",
                "application/json");
    }

    /** Reads all that the topic holds and what comes. */
    public static TopicReader read(String topic) {
        return TopicReader.fromBeginning(CurrentKafka.bootstrapServers(), topic);
    }

    /** Reads what comes from this moment on. */
    public static TopicReader readFromNow(String topic) {
        return TopicReader.fromNow(CurrentKafka.bootstrapServers(), topic);
    }
}
