package org.exops.registry.strategy.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategySnapshot;
import org.exops.kit.inbox.EventReceiver;
import org.exops.registry.strategy.StrategyBook;
import org.exops.registry.strategy.model.Strategy;

/** Hears which strategies scoring publishes. */
@ApplicationScoped
class StrategyListener {
    private final EventReceiver receiver;
    private final StrategyBook book;

    StrategyListener(EventReceiver receiver, StrategyBook book) {
        this.receiver = receiver;
        this.book = book;
    }

    @Incoming("strategy")
    Uni<Void> on(ConsumerRecord<String, byte[]> received) {
        return receiver.receive(received, EventTypes.STRATEGY, event -> book.learn(strategy(event.payload())));
    }

    private static Strategy strategy(StrategySnapshot snapshot) {
        return new Strategy(
                snapshot.name(),
                snapshot.revision(),
                snapshot.kappaCost(),
                snapshot.kappaRisk(),
                snapshot.minimumProbability());
    }
}
