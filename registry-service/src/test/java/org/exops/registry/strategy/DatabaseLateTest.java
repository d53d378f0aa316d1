package org.exops.registry.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.exops.registry.Door.aDraft;
import static org.exops.registry.Door.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.exops.kit.testing.OwnServers;
import org.exops.kit.testing.TestServers;
import org.exops.local.servers.PostgresServer;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(
        value = OwnServers.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = OwnServers.POSTGRES, value = OwnServers.LATE))
@TestProfile(DatabaseLateTest.Alone.class)
class DatabaseLateTest {
    public static class Alone implements QuarkusTestProfile {}

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    PostgresServer postgres;

    @Test
    void strategies_that_wait_on_the_topic_are_known_once_the_database_comes() {
        // Given
        Neighbours.publish("growth", 1, 0.5, 1, 0.5);
        Neighbours.publish("margin", 1, 2, 1, 0.7);
        Neighbours.publish("safety", 1, 1, 4, 0.8);
        assertThat(readiness()).isEqualTo(503);
        // When
        postgres.start();
        // Then
        await().atMost(PATIENCE).until(() -> readiness() == 200);
        register(aDraft()).then().statusCode(200);
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }
}
