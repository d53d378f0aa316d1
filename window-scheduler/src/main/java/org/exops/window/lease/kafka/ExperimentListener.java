package org.exops.window.lease.kafka;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.kit.inbox.EventReceiver;
import org.exops.window.lease.ExperimentIntake;

/** Hears what becomes of the experiments. */
// Both are read and written by Jackson, which a native image must be told.
@RegisterForReflection(
        targets = {ExperimentSnapshot.class, AdmissionSnapshot.class},
        registerFullHierarchy = true)
@ApplicationScoped
class ExperimentListener {
    private final EventReceiver receiver;
    private final ExperimentIntake intake;

    ExperimentListener(EventReceiver receiver, ExperimentIntake intake) {
        this.receiver = receiver;
        this.intake = intake;
    }

    @Incoming("experiment")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.EXPERIMENT, event -> {
            ExperimentSnapshot snapshot = event.payload();
            return intake.learn(ExperimentReading.of(snapshot), snapshot.revision());
        });
    }
}
