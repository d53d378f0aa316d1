package org.exops.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.exops.kit.migration.Migrations;
import org.exops.kit.transaction.Notifications;
import org.jboss.logging.Logger;

/** Keeps the relay going: on every notification, and by a timer in case one got lost. */
@ApplicationScoped
class OutboxPump {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class);

    private final OutboxRelay relay;
    private final OutboxConfig config;
    private final Notifications notifications;
    private final Migrations migrations;
    private final Vertx vertx;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    OutboxPump(
            OutboxRelay relay, OutboxConfig config, Notifications notifications, Migrations migrations, Vertx vertx) {
        this.relay = relay;
        this.config = config;
        this.notifications = notifications;
        this.migrations = migrations;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        migrations.whenDone().subscribe().with(ready -> {
            vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
            notifications.listen("outbox", this::wake);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    private void wake() {
        // Calls that come while a round is under way are made up for by one more round.
        if (!stopped.get() && calls.getAndIncrement() == 0) {
            round();
        }
    }

    private void round() {
        int answered = calls.get();
        relayAll().subscribe().with(done -> ended(answered), failure -> {
            LOG.warnf("Outbox waits: %s", failure);
            calls.set(0);
        });
    }

    private void ended(int answered) {
        if (calls.addAndGet(-answered) > 0 && !stopped.get()) {
            round();
        }
    }

    private Uni<Void> relayAll() {
        return relay.relayBatch()
                .repeat()
                .whilst(sent -> sent >= config.batch() && !stopped.get())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
