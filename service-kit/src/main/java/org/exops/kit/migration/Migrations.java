package org.exops.kit.migration;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date: at start where the database is there, else as soon as it is, so that a service starts without its
 * database.
 */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "migrations"));

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(1) StartupEvent started) {
        attempt();
    }

    void stop(@Observes ShutdownEvent stopped) {
        retries.shutdownNow();
    }

    public boolean done() {
        return done.isDone();
    }

    /** Ends when the schema is up to date. */
    public Uni<Void> whenDone() {
        return Uni.createFrom().completionStage(done);
    }

    private void attempt() {
        try {
            int applied = flyway.migrate().migrationsExecuted;
            LOG.infof("Schema is up to date, %d migrations applied", applied);
            done.complete(null);
            retries.shutdown();
        } catch (RuntimeException e) {
            LOG.warnf("Schema is not up to date yet, next attempt in %s: %s", PAUSE, e.getMessage());
            var unused = retries.schedule(this::attempt, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
