package org.exops.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategyChange;
import org.exops.events.v1.StrategySnapshot;
import org.exops.kit.json.EventJson;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.kit.transaction.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventReceiverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = EventTypes.STRATEGY.topic();

    @Inject
    EventReceiver receiver;

    @Inject
    Inbox inbox;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private final String name = "strategy-" + UUID.randomUUID();

    @BeforeEach
    void make_a_read_model() {
        run(pool.query("create table if not exists tally (name text primary key, revision bigint, applied int)")
                .execute()
                .replaceWithVoid());
    }

    @Test
    void a_redelivered_event_of_a_log_takes_effect_once() {
        // Given
        UUID id = UUID.randomUUID();
        receive(snapshot(1, id), this::countOnce);
        // When
        receive(snapshot(1, id), this::countOnce);
        // Then
        assertThat(tally()).containsExactly(1L, 1L);
    }

    @Test
    void a_late_lower_revision_changes_nothing() {
        // Given
        receive(snapshot(2, UUID.randomUUID()), this::keepHighest);
        // When
        receive(snapshot(1, UUID.randomUUID()), this::keepHighest);
        // Then
        assertThat(tally()).containsExactly(2L, 1L);
    }

    @Test
    void an_effect_that_fails_leaves_no_mark_in_the_inbox() {
        // Given
        UUID id = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        // When
        receive(
                snapshot(1, id),
                event -> transactions.inTransaction(connection -> inbox.firstTime(
                                ConnectionSql.of(connection), "tally", event.id())
                        .chain(first -> attempts.getAndIncrement() == 0
                                ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                                : first
                                        ? add(connection, event)
                                        : Uni.createFrom().voidItem())));
        // Then
        assertThat(attempts).hasValue(2);
        assertThat(tally()).containsExactly(1L, 1L);
    }

    @Test
    void what_cannot_be_read_becomes_a_dead_letter_with_its_reason() {
        // Given
        ConsumerRecord<String, byte[]> poison = with(
                new ConsumerRecord<>(TOPIC, 0, 41, name, "{\"name\":".getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                EventTypes.STRATEGY.type());
        // When
        receive(poison, this::keepHighest);
        // Then
        ConsumerRecord<String, byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(poison.value());
        assertThat(TopicReader.header(letter, "dlq_origin")).isEqualTo(TOPIC + "-0@41");
        assertThat(TopicReader.header(letter, "dlq_consumer")).isEqualTo("service-kit");
        assertThat(TopicReader.header(letter, "dlq_reason")).contains("JsonEOFException");
        assertThat(TopicReader.header(letter, "ce_type")).isEqualTo(EventTypes.STRATEGY.type());
    }

    @Test
    void an_event_of_another_type_or_without_one_is_a_dead_letter() {
        // When
        receive(with(snapshot(1, UUID.randomUUID()), UUID.randomUUID(), "tea.brewed"), this::keepHighest);
        // Then
        assertThat(TopicReader.header(deadLetter(), "dlq_reason")).contains("tea.brewed");
        assertThat(tally()).isEmpty();
    }

    @Test
    void an_event_that_fails_by_itself_is_given_up_after_bounded_attempts() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        // When
        receive(snapshot(1, UUID.randomUUID()), event -> {
            attempts.incrementAndGet();
            return Uni.createFrom().failure(new IllegalArgumentException("cannot be true"));
        });
        // Then
        assertThat(attempts).hasValue(4);
        assertThat(TopicReader.header(deadLetter(), "dlq_reason")).contains("cannot be true");
    }

    @Test
    void an_event_waits_for_a_neighbour_that_is_away_however_often_that_fails() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        // When
        receive(
                snapshot(1, UUID.randomUUID()),
                event -> attempts.incrementAndGet() <= 6
                        ? Uni.createFrom().failure(new IOException("connection refused"))
                        : keepHighest(event));
        // Then
        assertThat(attempts).hasValue(7);
        assertThat(tally()).containsExactly(1L, 1L);
    }

    @Test
    void every_attempt_runs_on_the_context_that_the_record_came_on() {
        // Given
        Context context = vertx.getOrCreateContext();
        Queue<Boolean> onContext = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Function<ReceivedEvent<StrategySnapshot>, Uni<Void>> failingOnce = event -> {
            onContext.add(Vertx.currentContext() == context);
            return onContext.size() == 1
                    ? Uni.createFrom().failure(new IOException("connection refused"))
                    : Uni.createFrom().voidItem();
        };
        // When
        context.runOnContext(
                started -> receiver.receive(snapshot(1, UUID.randomUUID()), EventTypes.STRATEGY, failingOnce)
                        .subscribe()
                        .with(done::complete, done::completeExceptionally));
        // Then
        assertThat(done).succeedsWithin(PATIENCE);
        assertThat(onContext).containsExactly(true, true);
    }

    @Test
    void a_tombstone_is_acknowledged_and_changes_nothing() {
        // When
        receive(new ConsumerRecord<>(TOPIC, 0, 1, name, null), this::keepHighest);
        // Then
        assertThat(tally()).isEmpty();
    }

    private Uni<Void> countOnce(ReceivedEvent<StrategySnapshot> event) {
        return transactions.inTransaction(connection -> inbox.firstTime(
                        ConnectionSql.of(connection), "tally", event.id())
                .chain(first ->
                        first ? add(connection, event) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> add(SqlConnection connection, ReceivedEvent<StrategySnapshot> event) {
        return connection
                .preparedQuery("insert into tally values ($1, $2, 1) on conflict (name) do update "
                        + "set revision = excluded.revision, applied = tally.applied + 1")
                .execute(Tuple.of(name, event.payload().revision()))
                .replaceWithVoid();
    }

    private Uni<Void> keepHighest(ReceivedEvent<StrategySnapshot> event) {
        return pool.preparedQuery("insert into tally values ($1, $2, 1) on conflict (name) do update "
                        + "set revision = excluded.revision, applied = tally.applied + 1 "
                        + "where excluded.revision > tally.revision")
                .execute(Tuple.of(name, event.payload().revision()))
                .replaceWithVoid();
    }

    private List<Long> tally() {
        List<Long> numbers = new ArrayList<>();
        run(pool.preparedQuery("select revision, applied from tally where name = $1")
                        .execute(Tuple.of(name)))
                .forEach(row -> {
                    numbers.add(row.getLong("revision"));
                    numbers.add(row.getLong("applied"));
                });
        return numbers;
    }

    private ConsumerRecord<String, byte[]> deadLetter() {
        try (TopicReader letters = Events.read(EventTypes.STRATEGY.deadLetterTopic())) {
            return letters.awaitRecord(letter -> name.equals(letter.key()));
        }
    }

    private void receive(
            ConsumerRecord<String, byte[]> message, Function<ReceivedEvent<StrategySnapshot>, Uni<Void>> handling) {
        run(receiver.receive(message, EventTypes.STRATEGY, handling));
    }

    private ConsumerRecord<String, byte[]> snapshot(long revision, UUID id) {
        byte[] json = EventJson.bytes(
                new StrategySnapshot(name, revision, StrategyChange.PUBLISHED, Instant.EPOCH, 1, 1, 0.5));
        return with(new ConsumerRecord<>(TOPIC, 0, revision, name, json), id, EventTypes.STRATEGY.type());
    }

    private ConsumerRecord<String, byte[]> with(ConsumerRecord<String, byte[]> message, UUID id, String type) {
        message.headers().remove("ce_type");
        Events.headers(type, name, id)
                .forEach((header, value) -> message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static <T> T run(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
