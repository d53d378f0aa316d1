package org.exops.scoring.verdict.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.EventTypes;
import org.exops.kit.inbox.EventReceiver;
import org.exops.scoring.verdict.VerdictIntake;

/** Hears of experiments, evidence and admissions. */
@ApplicationScoped
class NeighbourListener {
    private final EventReceiver receiver;
    private final VerdictIntake intake;

    NeighbourListener(EventReceiver receiver, VerdictIntake intake) {
        this.receiver = receiver;
        this.intake = intake;
    }

    @Incoming("experiment")
    Uni<Void> onExperiment(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.EXPERIMENT, event -> intake.learn(event.payload()));
    }

    @Incoming("evidence")
    Uni<Void> onEvidence(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.EVIDENCE, event -> intake.learn(event.payload()));
    }

    @Incoming("admission")
    Uni<Void> onAdmission(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.ADMISSION, event -> intake.learn(event.payload()));
    }
}
