package org.exops.kit.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.exops.kit.outbox.EventPublisher;
import org.exops.kit.outbox.Refusals;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be handled on {@code <topic>.dlq}: the record as it came, with who gave up on it, why, and where it stood.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2_000;

    private final EventPublisher publisher;
    private final MeterRegistry metrics;
    private final String consumer;

    DeadLetters(
            EventPublisher publisher,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.consumer = consumer;
    }

    /** Ends when the letter is durable; tries until it is, since the record is acknowledged afterwards. */
    public Uni<Void> bury(ConsumerRecord<String, byte[]> poison, Throwable reason) {
        LOG.errorf(reason, "Gave up on %s-%d@%d", poison.topic(), poison.partition(), poison.offset());
        metrics.counter("exops.dead.letters", "topic", poison.topic()).increment();
        return patiently(letter(poison, reason, poison.value()))
                // A letter can be too large by the headers it gained: then its place in the log is what is kept.
                .onFailure(Refusals::isFinal)
                .recoverWithUni(tooLarge -> patiently(letter(poison, reason, null)));
    }

    private Uni<Void> patiently(ProducerRecord<String, byte[]> letter) {
        return publisher
                .publish(letter)
                .onFailure(failure -> !Refusals.isFinal(failure))
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely();
    }

    private ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> poison, Throwable reason, byte @Nullable [] body) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(poison.topic() + ".dlq", null, poison.key(), body, poison.headers());
        add(letter, "dlq_consumer", consumer);
        add(letter, "dlq_reason", shortened(reason.toString()));
        add(letter, "dlq_origin", poison.topic() + "-" + poison.partition() + "@" + poison.offset());
        return letter;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
