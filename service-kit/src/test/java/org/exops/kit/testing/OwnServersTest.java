package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.exops.events.v1.EventTypes;
import org.exops.local.servers.KafkaServer;
import org.exops.local.servers.PostgresServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(
        value = OwnServers.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = OwnServers.POSTGRES, value = "true"),
            @ResourceArg(name = OwnServers.KAFKA, value = "true")
        })
@SuppressWarnings("NullAway.Init") // injected
class OwnServersTest {
    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    PostgresServer postgres;
    KafkaServer kafka;

    @Test
    void the_database_can_go_and_come_back() {
        assertThat(databaseName()).isEqualTo("own");

        postgres.stop();
        assertThatThrownBy(this::databaseName).isInstanceOf(Exception.class);
        postgres.start();

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> databaseName().equals("own"));
    }

    @Test
    void the_broker_can_go_and_come_back_with_what_it_had() {
        assertThat(bootstrapServers).isEqualTo(kafka.bootstrapServers());
        String topic = EventTypes.VERDICT.topic();
        Events.publish(topic, "before", Map.of(), new byte[] {1});

        kafka.stop();
        kafka.start();

        Events.publish(topic, "after", Map.of(), new byte[] {2});
        try (TopicReader reader = Events.read(topic)) {
            assertThat(reader.until(all -> all.size() == 2))
                    .extracting(it -> it.key())
                    .contains("before", "after");
        }
    }

    private String databaseName() {
        return pool.query("select current_database()")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getString(0);
    }
}
