package org.exops.ingest.run.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.ingest.run.Counting;
import org.exops.ingest.run.RunIntake;
import org.exops.kit.inbox.EventReceiver;

/** Reads the registry's snapshots; the highest revision holds. */
@ApplicationScoped
class ExperimentListener {
    private final EventReceiver receiver;
    private final RunIntake intake;
    private final Counting counting;

    ExperimentListener(EventReceiver receiver, RunIntake intake, Counting counting) {
        this.receiver = receiver;
        this.intake = intake;
        this.counting = counting;
    }

    @Incoming("experiment")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.EXPERIMENT, event -> learn(event.payload()))
                .invoke(counting::wake);
    }

    // A draft counts as unknown: its plan may still change.
    private Uni<Void> learn(ExperimentSnapshot snapshot) {
        return snapshot.status() == ExperimentStatus.DRAFT
                ? Uni.createFrom().voidItem()
                : intake.learn(ExperimentPayload.read(snapshot));
    }
}
