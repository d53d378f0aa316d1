package org.exops.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Listens to PostgreSQL's NOTIFY; after a broken connection it listens again by itself. */
@ApplicationScoped
public class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pool pool;

    Notifications(Pool pool) {
        this.pool = pool;
    }

    /**
     * Calls {@code wake} for every notification, and once whenever listening begins: what was said in between is not repeated by
     * PostgreSQL.
     *
     * @param channel a plain identifier
     */
    public void listen(String channel, Runnable wake) {
        pool.getConnection()
                .chain(connection -> begin(connection, channel, wake)
                        .onFailure()
                        .call(failure -> connection.close().onFailure().recoverWithNull()))
                .subscribe()
                .with(listening -> wake.run(), failure -> again(channel, wake));
    }

    private Uni<Void> begin(SqlConnection connection, String channel, Runnable wake) {
        PgConnection listener = PgConnection.cast(connection.getDelegate());
        listener.notificationHandler(said -> wake.run());
        return connection
                .query("LISTEN " + channel)
                .execute()
                .invoke(listening -> listener.closeHandler(closed -> again(channel, wake)))
                .replaceWithVoid();
    }

    private void again(String channel, Runnable wake) {
        LOG.debugf("Listening to %s again in %s", channel, PAUSE);
        Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).subscribe().with(waited -> listen(channel, wake));
    }
}
