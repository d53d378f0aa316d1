package org.exops.ingest.run;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.exops.kit.migration.Migrations;
import org.exops.kit.transaction.Unavailability;
import org.jboss.logging.Logger;

/** Lets what is done from time to time rest while the schema is not there or the service stops; one line while the database is away. */
@ApplicationScoped
public class Quiet {
    private static final Logger LOG = Logger.getLogger(Quiet.class);

    private final Migrations migrations;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Quiet(Migrations migrations) {
        this.migrations = migrations;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    /** Whether there is nothing to be done now. */
    public boolean isRest() {
        return stopped.get() || !migrations.done();
    }

    /** Fails when it is neither that the database is away nor that the service stops. */
    Uni<Void> unlessAway(String what, Supplier<Uni<Void>> work) {
        if (isRest()) {
            return Uni.createFrom().voidItem();
        }
        return work.get()
                .onFailure(failure -> stopped.get() || Unavailability.isTransient(failure))
                .recoverWithItem(failure -> {
                    warn(what, failure);
                    return null;
                });
    }

    /** While the service stops, the pool closes under what is under way. */
    public void warn(String what, Throwable failure) {
        LOG.logf(stopped.get() ? Logger.Level.DEBUG : Logger.Level.WARN, "%s waits: %s", what, failure);
    }
}
