package org.exops.ingest.run.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.CaseChunkReceived;
import org.exops.events.v1.EventTypes;
import org.exops.ingest.run.Counting;
import org.exops.ingest.run.RawCases;
import org.exops.ingest.run.RunIntake;
import org.exops.kit.inbox.EventReceiver;
import org.exops.kit.outbox.CloudEvents;

/** Reads raw evidence. A piece is identified by (run, sequence), a commit by its run: a redelivery finds it done. */
@ApplicationScoped
class EvidenceListener {
    private final EventReceiver receiver;
    private final RunIntake intake;
    private final Counting counting;

    EvidenceListener(EventReceiver receiver, RunIntake intake, Counting counting) {
        this.receiver = receiver;
        this.intake = intake;
        this.counting = counting;
    }

    @Incoming("evidence-raw")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        if (EventTypes.RUN_COMMITTED.type().equals(CloudEvents.type(received))) {
            return receiver.receive(
                            received,
                            EventTypes.RUN_COMMITTED,
                            event -> intake.commit(RunPayload.read(event.payload())))
                    .invoke(counting::wake);
        }
        return receiver.receive(received, EventTypes.CASE_CHUNK, event -> {
            CaseChunkReceived chunk = event.payload();
            return intake.keep(new RawCases.Piece(chunk.run(), chunk.sequence(), received.value()));
        });
    }
}
