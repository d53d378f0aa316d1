package org.exops.local.servers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    Path directory;

    @Test
    void keeps_its_port_and_its_records_over_a_restart() throws Exception {
        String topic = EventTypes.STRATEGY.topic();
        try (KafkaServer server = new KafkaServer(ServerSettings.in(directory))) {
            server.start();
            String address = server.bootstrapServers();
            server.createTopics(Topic.ALL);
            send(address, topic, "before");

            server.stop();
            assertThatThrownBy(() -> send(address, topic, "meanwhile")).isInstanceOf(Exception.class);
            server.start();

            send(address, topic, "after");
            assertThat(read(address, topic, 2)).containsExactly("before", "after");
        }
        try (KafkaServer later = new KafkaServer(ServerSettings.in(directory))) {
            later.start();
            assertThat(read(later.bootstrapServers(), topic, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void creates_every_topic_once_as_the_contract_says() throws Exception {
        try (KafkaServer server = new KafkaServer(ServerSettings.temporary())) {
            server.start();
            server.createTopics(Topic.ALL);
            server.createTopics(Topic.ALL);

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
                for (Topic topic : Topic.ALL) {
                    assertThat(partitions(admin, topic)).as(topic.name()).isEqualTo(topic.partitions());
                    assertThat(setting(admin, topic, "cleanup.policy"))
                            .as(topic.name())
                            .isEqualTo(topic.compacted() ? "compact" : "delete");
                    if (topic.retention() != null) {
                        assertThat(setting(admin, topic, "retention.ms"))
                                .isEqualTo(Long.toString(topic.retention().toMillis()));
                    }
                }
            }
            assertThatThrownBy(() -> send(server.bootstrapServers(), "exops.misspelt.v1", "lost"))
                    .isInstanceOf(Exception.class);
        }
    }

    private static int partitions(Admin admin, Topic topic) throws Exception {
        Map<String, TopicDescription> answer =
                admin.describeTopics(List.of(topic.name())).allTopicNames().get();
        return requireNonNull(answer.get(topic.name())).partitions().size();
    }

    private static String setting(Admin admin, Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Map<ConfigResource, Config> answer =
                admin.describeConfigs(List.of(resource)).all().get();
        return requireNonNull(answer.get(resource)).get(name).value();
    }

    private static void send(String address, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "acks",
                "all",
                "max.block.ms",
                2000,
                "delivery.timeout.ms",
                3000,
                "request.timeout.ms",
                2000,
                "linger.ms",
                0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, 0, "key", value))
                            .get(5, TimeUnit.SECONDS))
                    .isNotNull();
        }
    }

    private static List<String> read(String address, String topic, int expected) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
