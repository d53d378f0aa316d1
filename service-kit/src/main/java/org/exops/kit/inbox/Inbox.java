package org.exops.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.exops.kit.transaction.Sql;

/** Remembers which events took effect, so that a redelivery changes nothing; for the events of logs. */
@ApplicationScoped
public class Inbox {
    // Longer than any log keeps its events: what is forgotten here cannot come again.
    private static final Duration MEMORY = Duration.ofDays(40);

    private final Pool pool;
    private final Clock clock;

    Inbox(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Notes the event in the caller's transaction; false when it has taken effect before. */
    public Uni<Boolean> firstTime(Sql sql, String consumer, UUID eventId) {
        return sql.execute(
                        "insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing",
                        consumer,
                        eventId)
                .map(inserted -> inserted > 0);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("delete from inbox where received_at < $1")
                .execute(Tuple.of(OffsetDateTime.now(clock).minus(MEMORY)))
                .replaceWithVoid();
    }
}
