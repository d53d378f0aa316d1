package org.exops.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.exops.events.v1.EventType;
import org.exops.kit.deadletter.DeadLetters;
import org.exops.kit.json.EventJson;
import org.exops.kit.migration.Migrations;
import org.exops.kit.outbox.CloudEvents;
import org.exops.kit.transaction.Unavailability;
import org.jboss.logging.Logger;

/**
 * Brings a record to its listener: waits for a neighbour that is away as long as it takes, and gives up on poison after bounded
 * attempts, so that it blocks nobody.
 */
@ApplicationScoped
public class EventReceiver {
    private static final Logger LOG = Logger.getLogger(EventReceiver.class);

    private final InboxConfig config;
    private final DeadLetters deadLetters;
    private final Migrations migrations;

    EventReceiver(InboxConfig config, DeadLetters deadLetters, Migrations migrations) {
        this.config = config;
        this.deadLetters = deadLetters;
        this.migrations = migrations;
    }

    /**
     * Ends when the record may be acknowledged: it took effect, or it is a durable dead letter.
     *
     * @param handling one transaction that may be run again
     */
    public <T> Uni<Void> receive(
            ConsumerRecord<String, byte[]> received,
            EventType<T> type,
            Function<ReceivedEvent<T>, Uni<Void>> handling) {
        if (received.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone: what it buries was read or will never be needed
        }
        ReceivedEvent<T> event;
        try {
            event = parse(received, type);
        } catch (RuntimeException e) {
            return deadLetters.bury(received, e);
        }
        Executor context = callersContext();
        return migrations
                .whenDone()
                .chain(() -> attempt(event, handling, context))
                .onFailure(failure -> !Unavailability.isTransient(failure))
                .recoverWithUni(failure -> deadLetters.bury(received, failure));
    }

    private <T> Uni<Void> attempt(
            ReceivedEvent<T> event, Function<ReceivedEvent<T>, Uni<Void>> handling, Executor context) {
        return Uni.createFrom()
                .deferred(() -> handling.apply(event))
                .runSubscriptionOn(context)
                .onFailure(failure -> !Unavailability.isTransient(failure))
                .retry()
                .withBackOff(config.pause(), config.longestPause())
                .atMost(config.retries())
                .onFailure(failure -> waits(event, failure))
                .retry()
                .withBackOff(config.pause(), config.longestPause())
                .indefinitely();
    }

    // The end of a migration and the pauses between attempts come on threads of their own, but the reactive clients of
    // a
    // handler want the Vert.x context that its record came on.
    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(started -> work.run());
    }

    private static boolean waits(ReceivedEvent<?> event, Throwable failure) {
        boolean passes = Unavailability.isTransient(failure);
        if (passes) {
            LOG.warnf("Event %s waits: %s", event.id(), failure);
        }
        return passes;
    }

    private static <T> ReceivedEvent<T> parse(ConsumerRecord<String, byte[]> received, EventType<T> type) {
        String given = CloudEvents.required(received, CloudEvents.TYPE);
        if (!type.type().equals(given)) {
            throw new IllegalArgumentException("type %s where %s is expected".formatted(given, type.type()));
        }
        return new ReceivedEvent<>(
                CloudEvents.id(received),
                received.key(),
                Instant.parse(CloudEvents.required(received, CloudEvents.TIME)),
                EventJson.read(received.value(), type.payload()));
    }
}
