package org.exops.kit.settings;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A listener with nothing but the settings of the kit. */
@ApplicationScoped
@IfBuildProperty(name = "exops.test.listens", stringValue = "true")
public class ExperimentEcho {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Incoming("experiment")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        heard.add(message.key() + "=" + new String(message.value(), StandardCharsets.UTF_8));
        return Uni.createFrom().voidItem();
    }

    Queue<String> heard() {
        return heard;
    }
}
