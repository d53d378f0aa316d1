package org.exops.kit.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.exops.kit.testing.OwnServers;
import org.exops.kit.testing.TestServers;
import org.exops.local.servers.KafkaServer;
import org.junit.jupiter.api.Test;

/** A service that listens, while its broker goes and comes back. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(
        value = OwnServers.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = OwnServers.KAFKA, value = "true"))
@TestProfile(BrokerAwayTest.Listening.class)
class BrokerAwayTest {
    public static class Listening implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "exops.test.listens", "true",
                    "mp.messaging.incoming.experiment.connector", "smallrye-kafka",
                    "mp.messaging.incoming.experiment.topic", "exops.experiment.v1");
        }
    }

    @Inject
    ExperimentEcho echo;

    @SuppressWarnings("NullAway.Init") // injected by OwnServers
    KafkaServer kafka;

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(500));
    }

    private static int status(String path) {
        return given().get(path).statusCode();
    }

    @Test
    void is_not_ready_while_the_broker_is_away_and_stays_alive() throws Exception {
        send("one");
        patiently().until(() -> echo.heard().contains("key=one"));
        patiently().until(() -> status("/q/health/ready") == 200);
        assertThat(groups()).contains("service-kit");

        kafka.stop();
        patiently().until(() -> status("/q/health/ready") == 503);
        assertThat(status("/q/health/live")).isEqualTo(200);

        kafka.start();
        send("two");
        patiently().until(() -> echo.heard().contains("key=two"));
        patiently().until(() -> status("/q/health/ready") == 200);
        assertThat(status("/q/health/live")).isEqualTo(200);
    }

    private void send(String text) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("exops.experiment.v1", "key", text))
                            .get())
                    .isNotNull();
        }
    }

    private java.util.List<String> groups() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
        }
    }
}
