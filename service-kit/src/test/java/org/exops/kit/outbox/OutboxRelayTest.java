package org.exops.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.exops.events.v1.Topic;
import org.exops.local.servers.Database;
import org.exops.local.servers.KafkaServer;
import org.exops.local.servers.PostgresServer;
import org.exops.local.servers.ServerSettings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PostgresServer POSTGRES =
            new PostgresServer(ServerSettings.temporary().withoutDurability());
    private static final KafkaServer KAFKA =
            new KafkaServer(ServerSettings.temporary().withoutDurability());
    private static Database database;
    private static Pool pool;
    private static EventPublisher publisher;
    private String topic;

    @BeforeAll
    static void start_servers() {
        POSTGRES.start();
        KAFKA.start();
        database = POSTGRES.createDatabase("relay", "relay", "relay");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.role(), database.password())
                .locations("classpath:db/kit")
                .load()
                .migrate();
        pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(PgConnectOptions.fromUri(uri())).build());
        publisher = new EventPublisher(Map.of("bootstrap.servers", KAFKA.bootstrapServers()));
    }

    @AfterAll
    static void stop_servers() {
        pool.closeAndAwait();
        KAFKA.close();
        POSTGRES.close();
    }

    @BeforeEach
    void begin_with_an_empty_outbox_and_a_topic() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("truncate outbox, outbox_dead")) {
            var unused = statement.execute();
        }
        topic = "relay-" + UUID.randomUUID();
        KAFKA.createTopics(List.of(new Topic(topic, 3, Duration.ofDays(1))));
    }

    @Test
    void sends_an_event_as_a_cloud_event_and_forgets_it() throws SQLException {
        // Given
        append("order-1", "{\"n\":1}");
        // When
        int sent = relay().relayBatch().await().atMost(PATIENCE);
        // Then
        assertThat(sent).isEqualTo(1);
        assertThat(waiting()).isZero();
        ConsumerRecord<String, byte[]> received = read(1).get(0);
        assertThat(received.key()).isEqualTo("order-1");
        assertThat(new String(received.value(), StandardCharsets.UTF_8)).isEqualTo("{\"n\":1}");
        assertThat(CloudEvents.type(received)).isEqualTo("probe.counted");
        assertThat(CloudEvents.required(received, "ce_source")).isEqualTo("/probe");
        assertThat(CloudEvents.required(received, "ce_subject")).isEqualTo("order-1");
        assertThat(CloudEvents.required(received, "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEvents.required(received, "traceparent")).startsWith("00-");
        assertThat(CloudEvents.id(received)).isNotNull();
    }

    @Test
    void keeps_the_order_of_each_key_while_it_is_killed_and_restarted() throws Exception {
        // Given
        int keys = 8;
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> lastNumber = CompletableFuture.supplyAsync(() -> write(keys, enough));
        // When
        killRelays(6);
        enough.set(true);
        int last = lastNumber.get();
        drain();
        // Then
        Map<String, List<Integer>> received = numbersByKey(keys * last);
        assertThat(received).hasSize(keys);
        received.values().forEach(numbers -> assertInOrder(numbers, last));
    }

    @Test
    void an_event_that_the_broker_refuses_for_good_is_kept_aside_and_blocks_nobody() throws SQLException {
        // Given
        append("large", "\"" + "x".repeat(2_000_000) + "\"");
        append("large", "{\"n\":2}");
        append("small", "{\"n\":3}");
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        // When
        int gone = new OutboxRelay(pool, publisher, new RelayProcess.SmallBatches(), metrics)
                .relayBatch()
                .await()
                .atMost(PATIENCE);
        // Then
        assertThat(gone).isEqualTo(3);
        assertThat(read(2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("large", "small");
        assertThat(count("select count(*) from outbox_dead where reason like '%RecordTooLarge%'"))
                .isEqualTo(1);
        assertThat(metrics.counter("exops.outbox.dead", "topic", topic).count()).isEqualTo(1);
    }

    @Test
    void an_event_waits_in_the_outbox_while_the_broker_is_away() throws SQLException {
        // Given
        append("patient", "{\"n\":1}");
        KAFKA.stop();
        // When
        int sent = relay().relayBatch().await().atMost(PATIENCE);
        // Then
        KAFKA.start();
        assertThat(sent).isZero();
        assertThat(waiting()).isEqualTo(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> relay().relayBatch().await().atMost(PATIENCE) == 1);
        assertThat(read(1)).extracting(ConsumerRecord::key).containsExactly("patient");
    }

    @Test
    void an_event_waits_while_the_name_of_the_broker_does_not_resolve() throws SQLException {
        // Given
        append("patient", "{\"n\":1}");
        EventPublisher astray = new EventPublisher(Map.of("bootstrap.servers", "broker.invalid:9092"));
        // When
        int sent = relay(astray).relayBatch().await().atMost(PATIENCE);
        // Then
        assertThat(sent).isZero();
        assertThat(waiting()).isEqualTo(1);
        assertThat(count("select count(*) from outbox_dead")).isZero();
    }

    @Test
    void an_event_waits_when_the_process_ends_while_it_is_sent() throws SQLException {
        // Given
        append("patient", "{\"n\":1}");
        EventPublisher stopped = new EventPublisher(Map.of("bootstrap.servers", KAFKA.bootstrapServers()));
        stopped.stop(new ShutdownEvent());
        // When
        int sent = relay(stopped).relayBatch().await().atMost(PATIENCE);
        // Then
        assertThat(sent).isZero();
        assertThat(waiting()).isEqualTo(1);
        assertThat(count("select count(*) from outbox_dead")).isZero();
    }

    @Test
    void lets_one_relay_send_at_a_time() throws SQLException {
        // Given
        append("held", "{\"n\":1}");
        int sentByOther = pool.withTransaction(
                        holder -> holder.query("select pg_advisory_xact_lock(%d)".formatted(OutboxRelay.ADVISORY_LOCK))
                                .execute()
                                .chain(() -> relay().relayBatch()))
                .await()
                .atMost(PATIENCE);
        // When
        int sentAlone = relay().relayBatch().await().atMost(PATIENCE);
        // Then
        assertThat(sentByOther).isZero();
        assertThat(sentAlone).isEqualTo(1);
    }

    private static OutboxRelay relay() {
        return relay(publisher);
    }

    private static OutboxRelay relay(EventPublisher through) {
        return new OutboxRelay(pool, through, new RelayProcess.SmallBatches(), new SimpleMeterRegistry());
    }

    // Each relay may send something first, so that the kills hit it at work however slow the machine is.
    private void killRelays(int kills) throws Exception {
        Random moments = new Random(17);
        for (int kill = 0; kill < kills; kill++) {
            long before = sent();
            Process process = relayProcess();
            Awaitility.await().atMost(PATIENCE).until(() -> sent() > before);
            boolean dead = process.waitFor(moments.nextInt(300), TimeUnit.MILLISECONDS);
            assertThat(dead).as("the relay lives until it is killed").isFalse();
            process.destroyForcibly().waitFor();
        }
    }

    private void drain() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            var unused = relay().relayBatch().await().atMost(PATIENCE);
            return waiting() == 0;
        });
    }

    private long sent() throws SQLException {
        return count(
                "select coalesce(pg_sequence_last_value('outbox_position_seq'), 0) - (select count(*) from outbox)");
    }

    private static Process relayProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        uri(),
                        KAFKA.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "relay-process.log").toFile()))
                .start();
    }

    /** Appends 1, 2, 3 … for every key until it is enough; answers the last number. */
    private int write(int keys, AtomicBoolean enough) {
        int number = 0;
        try {
            while (!enough.get()) {
                number++;
                for (int key = 0; key < keys; key++) {
                    append("key-" + key, "{\"n\":%d}".formatted(number));
                }
            }
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // A killed relay sends again what it had not deleted: numbers may step back, they may never skip ahead.
    private static void assertInOrder(List<Integer> numbers, int last) {
        int highest = 0;
        for (int number : numbers) {
            assertThat(number).isLessThanOrEqualTo(highest + 1);
            highest = Math.max(highest, number);
        }
        assertThat(highest).isEqualTo(last);
    }

    private Map<String, List<Integer>> numbersByKey(int atLeast) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (ConsumerRecord<String, byte[]> received : read(atLeast)) {
            String json = new String(received.value(), StandardCharsets.UTF_8);
            numbers.computeIfAbsent(received.key(), key -> new ArrayList<>())
                    .add(Integer.valueOf(json.substring(5, json.length() - 1)));
        }
        return numbers;
    }

    /** Reads the topic to its end, which must hold at least {@code atLeast} records. */
    private List<ConsumerRecord<String, byte[]>> read(int atLeast) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                return all.size() >= end;
            });
            assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
            return all;
        }
    }

    private void append(String key, String json) throws SQLException {
        String insert = """
                insert into outbox (id, topic, key, type, source, subject, time, traceparent, payload)
                values (?, ?, ?, 'probe.counted', '/probe', ?, now(),
                        '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', ?)""";
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, topic);
            statement.setString(3, key);
            statement.setString(4, key);
            statement.setBytes(5, json.getBytes(StandardCharsets.UTF_8));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static long waiting() throws SQLException {
        return count("select count(*) from outbox");
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet counted = statement.executeQuery()) {
            assertThat(counted.next()).isTrue();
            return counted.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
    }

    private static String uri() {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(database.role(), database.password(), database.port(), database.name());
    }
}
