package org.exops.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.exops.events.v1.EventType;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/** Reads a topic outside any consumer group, and keeps what it has read. */
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private TopicReader(String bootstrapServers, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
    }

    static TopicReader fromBeginning(String bootstrapServers, String topic) {
        TopicReader reader = new TopicReader(bootstrapServers, topic);
        reader.consumer.seekToBeginning(reader.consumer.assignment());
        return reader;
    }

    static TopicReader fromNow(String bootstrapServers, String topic) {
        TopicReader reader = new TopicReader(bootstrapServers, topic);
        reader.consumer.seekToEnd(reader.consumer.assignment());
        // Seeking is lazy: the position must be fixed before anybody publishes.
        reader.consumer.assignment().forEach(reader::fixPosition);
        return reader;
    }

    /** All that was read so far, once that satisfies the condition; fails when it does not in 20 seconds. */
    public List<ConsumerRecord<String, byte[]>> until(Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(records)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing fitting came on " + topic + "; read: " + records);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** The first record that satisfies the condition; fails when none comes in 20 seconds. */
    public ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> condition) {
        return until(all -> all.stream().anyMatch(condition)).stream()
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    /** The payload of the first event of the type that satisfies the condition; fails when none comes in 20 seconds. */
    public <T> T await(EventType<T> type, Predicate<T> condition) {
        return payload(type, awaitRecord(it -> isOf(type, it) && condition.test(payload(type, it))));
    }

    /** The payloads of the key's events that were read so far, in order; reads what is there first. */
    public <T> List<T> payloads(EventType<T> type, String key) {
        consumer.poll(POLL).forEach(records::add);
        return records.stream()
                .filter(it -> key.equals(it.key()) && isOf(type, it))
                .map(it -> payload(type, it))
                .toList();
    }

    /** The value of a header; null when absent. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static boolean isOf(EventType<?> type, ConsumerRecord<String, byte[]> record) {
        return record.value() != null && type.type().equals(header(record, "ce_type"));
    }

    private static <T> T payload(EventType<T> type, ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), type.payload());
    }

    private void fixPosition(TopicPartition partition) {
        long position = consumer.position(partition);
        if (position < 0) {
            throw new IllegalStateException("No position in " + partition);
        }
    }
}
