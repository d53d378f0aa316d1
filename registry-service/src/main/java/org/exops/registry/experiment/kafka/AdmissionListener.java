package org.exops.registry.experiment.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Reason;
import org.exops.kit.inbox.EventReceiver;
import org.exops.registry.experiment.AdmissionDesk;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.experiment.model.AdmissionNews.Standing;
import org.jspecify.annotations.Nullable;

/** Hears where each admission stands. */
@ApplicationScoped
class AdmissionListener {
    private final EventReceiver receiver;
    private final AdmissionDesk desk;

    AdmissionListener(EventReceiver receiver, AdmissionDesk desk) {
        this.receiver = receiver;
        this.desk = desk;
    }

    @Incoming("admission")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(
                received,
                EventTypes.ADMISSION,
                event -> desk.follow(event.payload().experimentId(), admission(event.payload())));
    }

    private static Admission admission(AdmissionSnapshot snapshot) {
        List<String> people = Stream.concat(Stream.of(snapshot.requestedBy()), snapshot.approvedBy().stream())
                .toList();
        return new Admission(
                snapshot.revision(),
                snapshot.what().name(),
                snapshot.at(),
                standing(snapshot.status()),
                lease(snapshot.lease()),
                people,
                snapshot.reasons().stream().map(Reason::text).toList());
    }

    private static Standing standing(AdmissionStatus status) {
        return switch (status) {
            case QUEUED -> Standing.QUEUED;
            case GRANTED, DRAINING -> Standing.GRANTED;
            case SUSPENDED -> Standing.SUSPENDED;
            case RELEASED -> Standing.RELEASED;
            case DENIED -> Standing.DENIED;
        };
    }

    private static Admission.@Nullable Lease lease(AdmissionSnapshot.@Nullable Lease lease) {
        return lease == null
                ? null
                : new Admission.Lease(lease.slot(), lease.fencingToken(), lease.from(), lease.until());
    }
}
