package org.exops.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Sends what stands in the outbox, in order per key, and deletes it once acknowledged. Many replicas may try; an advisory lock
 * lets one of them send at a time.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    static final long ADVISORY_LOCK = 0x6F7574626F78L; // "outbox"
    private static final String BURY = """
            insert into outbox_dead (position, id, topic, key, type, source, subject, time, traceparent, payload, reason)
            select position, id, topic, key, type, source, subject, time, traceparent, payload, $2 from outbox
            where position = $1""";

    private final Pool pool;
    private final EventPublisher publisher;
    private final OutboxConfig config;
    private final MeterRegistry metrics;

    OutboxRelay(Pool pool, EventPublisher publisher, OutboxConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Sends one batch.
     *
     * @return how many events left the outbox; 0 also when another replica is sending
     */
    public Uni<Integer> relayBatch() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock($1) as mine")
                .execute(Tuple.of(ADVISORY_LOCK))
                .map(rows -> rows.iterator().next().getBoolean("mine"))
                .chain(mine -> mine ? sendBatch(connection) : Uni.createFrom().item(0)));
    }

    private Uni<Integer> sendBatch(SqlConnection connection) {
        return connection
                .preparedQuery("select * from outbox order by position limit $1")
                .execute(Tuple.of(config.batch()))
                .map(OutboxRelay::events)
                .chain(events -> sendAll(events).chain(sent -> settle(connection, sent)));
    }

    /** Sends the chains of the keys side by side, and one event after the other within a key. */
    private Uni<List<Sent>> sendAll(List<OutboxRow> events) {
        Map<String, Uni<List<Sent>>> chains = new HashMap<>();
        for (OutboxRow event : events) {
            chains.merge(
                    event.topic() + '\n' + event.key(),
                    send(event).map(List::of),
                    (before, unused) -> before.chain(sent -> mayFollow(sent)
                            ? send(event).map(last -> joined(sent, last))
                            : Uni.createFrom().item(sent)));
        }
        return chains.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(List.copyOf(chains.values())).andFailFast().map(OutboxRelay::flat);
    }

    private Uni<Sent> send(OutboxRow event) {
        return publisher
                .publish(CloudEvents.kafkaRecord(event))
                .map(acknowledged -> Sent.acknowledged(event))
                .onFailure()
                .recoverWithItem(failure -> Sent.failed(event, failure));
    }

    // A key waits behind an event that may still go; it does not wait for one that the broker refuses for good.
    private static boolean mayFollow(List<Sent> sent) {
        return !sent.get(sent.size() - 1).mayStillGo();
    }

    private Uni<Integer> settle(SqlConnection connection, List<Sent> sent) {
        Uni<Void> settled = Uni.createFrom().voidItem();
        List<Long> gone = new ArrayList<>();
        for (Sent one : sent) {
            if (one.mayStillGo()) {
                LOG.warnf("Event %s waits in the outbox: %s", one.event().id(), one.reason());
                continue;
            }
            gone.add(one.event().position());
            if (!one.isAcknowledged()) {
                settled = settled.chain(() -> bury(connection, one));
            }
        }
        return settled.chain(() -> delete(connection, gone)).replaceWith(gone.size());
    }

    private Uni<Void> bury(SqlConnection connection, Sent refused) {
        LOG.errorf("Event %s was refused for good: %s", refused.event().id(), refused.reason());
        metrics.counter("exops.outbox.dead", "topic", refused.event().topic()).increment();
        return connection
                .preparedQuery(BURY)
                .execute(Tuple.of(refused.event().position(), refused.reason()))
                .replaceWithVoid();
    }

    private Uni<Void> delete(SqlConnection connection, List<Long> positions) {
        metrics.counter("exops.outbox.relayed").increment(positions.size());
        return connection
                .preparedQuery("delete from outbox where position = any($1)")
                .execute(Tuple.of(positions.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static List<OutboxRow> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(OutboxRow::of)
                .toList();
    }

    private static List<Sent> joined(List<Sent> sent, Sent last) {
        List<Sent> all = new ArrayList<>(sent);
        all.add(last);
        return all;
    }

    private static List<Sent> flat(List<List<Sent>> chains) {
        return chains.stream().flatMap(List::stream).toList();
    }

    /** How the sending of one event went; {@code reason} is empty when it was acknowledged. */
    private record Sent(OutboxRow event, String reason, boolean mayStillGo) {
        static Sent acknowledged(OutboxRow event) {
            return new Sent(event, "", false);
        }

        static Sent failed(OutboxRow event, Throwable failure) {
            return new Sent(event, String.valueOf(failure), !Refusals.isFinal(failure));
        }

        boolean isAcknowledged() {
            return reason.isEmpty();
        }
    }
}
