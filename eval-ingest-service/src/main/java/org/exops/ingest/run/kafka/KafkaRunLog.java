package org.exops.ingest.run.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.exops.events.v1.EventType;
import org.exops.events.v1.EventTypes;
import org.exops.ingest.run.RunLog;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Observation;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.json.EventJson;
import org.exops.kit.outbox.CloudEvents;
import org.exops.kit.outbox.EventPublisher;

/** {@link RunLog} in the topic of raw evidence: not through the outbox, since raw evidence is durable before a row knows of it. */
@ApplicationScoped
class KafkaRunLog implements RunLog {
    private final EventPublisher publisher;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final String source;

    KafkaRunLog(
            EventPublisher publisher,
            TimeOrderedIds ids,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
        this.source = "/" + service;
    }

    @Override
    public Uni<Void> write(UUID run, String experiment, int sequence, List<Observation> cases) {
        return publish(EventTypes.CASE_CHUNK, experiment, ChunkPayload.of(run, experiment, sequence, cases));
    }

    @Override
    public Uni<Void> commit(EvalRun run) {
        return publish(EventTypes.RUN_COMMITTED, run.experiment(), RunPayload.of(run));
    }

    private <T> Uni<Void> publish(EventType<T> type, String key, T payload) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(type.topic(), key, EventJson.bytes(payload));
        header(sent, "ce_specversion", "1.0");
        header(sent, CloudEvents.ID, ids.next().toString());
        header(sent, CloudEvents.TYPE, type.type());
        header(sent, "ce_source", source);
        header(sent, "ce_subject", key);
        header(sent, CloudEvents.TIME, clock.instant().toString());
        header(sent, "content-type", "application/json");
        return publisher.publish(sent);
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
