package org.exops.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to Kafka, each acknowledged by every in-sync replica before its {@code Uni} ends; fails within about ten seconds
 * when the broker is away.
 */
@ApplicationScoped
public class EventPublisher {
    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    // KafkaProducer.send waits for metadata when it has none: never on an event loop.
    private final ExecutorService sender = Executors.newSingleThreadExecutor(EventPublisher::senderThread);
    private @Nullable Producer<String, byte[]> producer;

    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    void stop(@Observes ShutdownEvent stopped) {
        sender.shutdownNow();
        close();
    }

    /** Ends when the record is durable; records of one caller are handed to Kafka in the order of the calls. */
    public Uni<Void> publish(ProducerRecord<String, byte[]> kafkaRecord) {
        return Uni.createFrom().emitter(emitter -> sender.execute(() -> send(kafkaRecord, emitter)));
    }

    private void send(ProducerRecord<String, byte[]> kafkaRecord, UniEmitter<? super Void> emitter) {
        try {
            var unused = producer().send(kafkaRecord, (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(failure);
                }
            });
        } catch (RuntimeException e) {
            emitter.fail(e);
        }
    }

    // Made at first use: a producer cannot be made while the broker's name does not resolve.
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) GIVE_UP.dividedBy(2).toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                GIVE_UP.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) GIVE_UP.toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    private static Thread senderThread(Runnable work) {
        Thread thread = new Thread(work, "event-publisher");
        thread.setDaemon(true);
        return thread;
    }
}
