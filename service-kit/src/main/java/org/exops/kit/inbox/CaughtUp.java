package org.exops.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.exops.events.v1.Topic;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Not ready before the service's group has read its state topics to the end that they had when this replica started: until then
 * it would answer from a past that others have left.
 */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(CaughtUp.class);

    private final Map<String, Object> broker;
    private final String group;
    private final Set<String> topics;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(CaughtUp::daemon);
    private @Nullable Admin admin;
    private @Nullable Map<TopicPartition, Long> goal;
    private volatile boolean reached;

    CaughtUp(@Identifier("default-kafka-broker") Map<String, Object> broker, Config config) {
        this.broker = broker;
        this.group = config.getValue("quarkus.application.name", String.class);
        this.topics = stateTopics(config);
    }

    void start(@Observes StartupEvent started) {
        var unused = checks.scheduleWithFixedDelay(this::check, 0, 250, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        close();
    }

    private synchronized void close() {
        checks.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** Whether what was in the state topics when this replica started has been read; stays true. */
    public boolean reached() {
        return reached;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("state topics read")
                .status(reached)
                .withData("topics", String.join(" ", topics))
                .build();
    }

    private synchronized void check() {
        try {
            if (admin == null) {
                admin = Admin.create(settings());
            }
            if (goal == null) {
                goal = ends(admin);
            }
            if (missing(admin, goal).isEmpty()) {
                reached = true;
                close();
            }
        } catch (ExecutionException | RuntimeException e) {
            LOG.debugf("Cannot tell yet how far the state topics are read: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> last = offsets(admin, partitions, OffsetSpec.latest());
        last.entrySet().removeIf(end -> end.getValue().equals(first.get(end.getKey())));
        return last;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> answered = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, found) -> answered.put(partition, found.offset()));
        return answered;
    }

    private Set<TopicPartition> missing(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .filter(end ->
                        read.get(end.getKey()) == null || read.get(end.getKey()).offset() < end.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 5_000);
        return settings;
    }

    private static Set<String> stateTopics(Config config) {
        Set<String> compacted =
                Topic.ALL.stream().filter(Topic::compacted).map(Topic::name).collect(Collectors.toSet());
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".topic"))
                .map(name -> config.getValue(name, String.class))
                .filter(compacted::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "state-topics");
        thread.setDaemon(true);
        return thread;
    }
}
