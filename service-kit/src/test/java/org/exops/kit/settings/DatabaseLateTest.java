package org.exops.kit.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategyChange;
import org.exops.events.v1.StrategySnapshot;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.OwnServers;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.exops.kit.testing.TopicReader;
import org.exops.kit.transaction.ConnectionSql;
import org.exops.kit.transaction.Transactions;
import org.exops.local.servers.PostgresServer;
import org.junit.jupiter.api.Test;

/** A service whose database comes late, goes, and comes back. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(
        value = OwnServers.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = OwnServers.POSTGRES, value = OwnServers.LATE))
@TestProfile(DatabaseLateTest.Alone.class)
class DatabaseLateTest {
    public static class Alone implements QuarkusTestProfile {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    PostgresServer postgres;

    @Test
    void starts_without_its_database_says_so_and_goes_on_when_it_is_back() {
        assertAway();
        postgres.start();
        assertWorking();

        postgres.stop();
        Awaitility.await().atMost(PATIENCE).until(() -> readiness() == 503);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);

        postgres.start();
        assertWorking();
    }

    private static void assertAway() {
        assertThat(readiness()).isEqualTo(503);
        given().auth()
                .oauth2(Tokens.of("alice").team("support").roles("experimenter").sign())
                .get("/api/v1/doors")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"));
    }

    private void assertWorking() {
        Awaitility.await().atMost(PATIENCE).until(() -> readiness() == 200);
        String name = "strategy-" + UUID.randomUUID();
        StrategySnapshot snapshot = new StrategySnapshot(name, 1, StrategyChange.PUBLISHED, Instant.EPOCH, 1, 1, 0.5);
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var unused = transactions
                    .inTransaction(connection ->
                            outbox.append(ConnectionSql.of(connection), EventTypes.STRATEGY, name, snapshot))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            return true;
        });
        try (TopicReader topic = Events.read(EventTypes.STRATEGY.topic())) {
            assertThat(topic.await(EventTypes.STRATEGY, it -> name.equals(it.name())))
                    .isEqualTo(snapshot);
        }
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }
}
