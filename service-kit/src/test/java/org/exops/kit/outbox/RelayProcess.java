package org.exops.kit.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Map;

/** A relay in a process of its own, so that a test can kill it at any moment. */
final class RelayProcess {
    private RelayProcess() {}

    /** Takes the database's URI and Kafka's address; relays until it is killed. */
    public static void main(String[] arguments) {
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(arguments[0]))
                .build());
        OutboxRelay relay = new OutboxRelay(
                pool,
                new EventPublisher(Map.of("bootstrap.servers", arguments[1])),
                new SmallBatches(),
                new SimpleMeterRegistry());
        while (true) {
            int sent = relay.relayBatch().await().atMost(Duration.ofSeconds(30));
            if (sent == 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Many transactions, so that a kill hits every phase of one. */
    record SmallBatches() implements OutboxConfig {
        @Override
        public int batch() {
            return 20;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(20);
        }
    }
}
