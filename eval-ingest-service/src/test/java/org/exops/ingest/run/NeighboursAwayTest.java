package org.exops.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.alice;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.exops.ingest.Experiments;
import org.exops.kit.testing.OwnServers;
import org.exops.kit.testing.TestServers;
import org.exops.local.servers.KafkaServer;
import org.exops.local.servers.PostgresServer;
import org.junit.jupiter.api.Test;

/** Kafka goes, PostgreSQL goes, both come back: what was acknowledged is there, what was not may be sent again. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(
        value = OwnServers.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = OwnServers.POSTGRES, value = "true"),
            @ResourceArg(name = OwnServers.KAFKA, value = "true")
        })
@TestProfile(NeighboursAwayTest.Alone.class)
class NeighboursAwayTest {
    public static class Alone implements QuarkusTestProfile {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> CASES = List.of("{\"caseId\": \"c\", \"metrics\": {\"task_success\": 1}}");

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    KafkaServer kafka;

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    PostgresServer postgres;

    @Test
    void what_was_acknowledged_survives_and_what_was_not_is_refused_in_time() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);

        // When
        kafka.stop();
        assertUnavailable(send(experiment, "while-kafka-is-away"));
        kafka.start();
        String acknowledged = awaitAccepted(experiment, "while-kafka-is-away");
        postgres.stop();
        assertUnavailable(send(experiment, "while-postgres-is-away"));
        postgres.start();

        // Then
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> as(alice())
                        .get("/api/v1/eval-runs/" + acknowledged)
                        .then()
                        .statusCode(200));
        awaitStatus(acknowledged, "COMMITTED");
        awaitStatus(awaitAccepted(experiment, "while-postgres-is-away"), "COMMITTED");
        as(alice())
                .get("/api/v1/evidence/" + experiment.key())
                .then()
                .body("runs", equalTo(2))
                .body("variants[0].status.ok", equalTo(2));
    }

    private static String awaitAccepted(Experiments experiment, String runId) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send(experiment, runId).extract().statusCode() == 202);
        String id = send(experiment, runId).statusCode(202).extract().path("id");
        assertThat(id).isNotNull();
        return id;
    }

    private static ValidatableResponse send(Experiments experiment, String runId) {
        return sendLines(ci(), header(experiment.key(), "A", runId), CASES);
    }

    private static void assertUnavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"))
                .time(lessThan(30_000L));
    }
}
