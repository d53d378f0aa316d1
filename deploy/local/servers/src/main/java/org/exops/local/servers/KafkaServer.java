package org.exops.local.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.exops.events.v1.Topic;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and its controller in this process, on 127.0.0.1, that can stop and start again on the same port and data. */
public final class KafkaServer implements AutoCloseable {
    private static final int NODE = 1;
    private static final long PATIENCE_SECONDS = 60;

    private final ServerDirectory directory;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer running;

    /** Takes its directory; {@link #start()} starts it. Durable or not, it writes to the page cache as Kafka does. */
    public KafkaServer(ServerSettings settings) {
        Logs.quiet();
        this.directory = ServerDirectory.take(settings.directory(), "kafka");
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        this.controllerPort = Ports.free();
    }

    /** Starts, on the data of the last time if there is any. */
    public synchronized void start() {
        if (running == null) {
            Ports.requireFree(port, "Kafka");
            format();
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(configuration(), false), Time.SYSTEM);
            server.startup();
            running = server;
        }
    }

    /** Stops and keeps the data. */
    public synchronized void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
        directory.close();
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that are missing, compacted or with their retention; leaves the others as they are. */
    public void createTopics(Collection<Topic> topics) {
        createTopics(bootstrapServers(), topics);
    }

    /** The same on a broker that another process runs. */
    public static void createTopics(String bootstrapServers, Collection<Topic> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(KafkaServer::newTopic)
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                awaitCreation(created);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot create topics on " + bootstrapServers, e);
        }
    }

    private static void awaitCreation(KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Somebody was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static NewTopic newTopic(Topic topic) {
        Map<String, String> configuration = new HashMap<>();
        if (topic.retention() == null) {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(topic.retention().toMillis()));
        }
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(configuration);
    }

    private void format() {
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(data());
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data().toString())
                    .addDirectory(data().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + data(), e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format " + data(), e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Map<String, String> configuration() {
        Map<String, String> it = new HashMap<>();
        it.put("node.id", Integer.toString(NODE));
        it.put("process.roles", "broker,controller");
        it.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        it.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        it.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        it.put("controller.listener.names", "CONTROLLER");
        it.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        it.put("log.dirs", data().toString());
        // A misspelt topic must fail, not appear.
        it.put("auto.create.topics.enable", "false");
        oneBroker(it);
        small(it);
        return it;
    }

    private static void oneBroker(Map<String, String> it) {
        it.put("default.replication.factor", "1");
        it.put("offsets.topic.replication.factor", "1");
        it.put("transaction.state.log.replication.factor", "1");
        it.put("transaction.state.log.min.isr", "1");
        it.put("share.coordinator.state.topic.replication.factor", "1");
        it.put("share.coordinator.state.topic.min.isr", "1");
    }

    /** One machine, few clients: start soon and leave the memory to the others. */
    private static void small(Map<String, String> it) {
        it.put("offsets.topic.num.partitions", "4");
        it.put("transaction.state.log.num.partitions", "4");
        it.put("num.network.threads", "2");
        it.put("num.io.threads", "4");
        it.put("background.threads", "2");
        it.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        it.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        it.put("group.initial.rebalance.delay.ms", "0");
        it.put("group.coordinator.threads", "1");
    }
}
