package org.exops.registry.verdict.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.EventTypes;
import org.exops.kit.inbox.EventReceiver;
import org.exops.registry.verdict.VerdictBook;

/** Hears which verdicts scoring computes. */
@ApplicationScoped
class VerdictListener {
    private final EventReceiver receiver;
    private final VerdictBook book;

    VerdictListener(EventReceiver receiver, VerdictBook book) {
        this.receiver = receiver;
        this.book = book;
    }

    @Incoming("verdict")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(
                received, EventTypes.VERDICT, event -> book.learn(VerdictReading.verdict(event.payload())));
    }
}
