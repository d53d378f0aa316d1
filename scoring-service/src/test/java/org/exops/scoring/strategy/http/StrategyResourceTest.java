package org.exops.scoring.strategy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.scoring.Calls.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategySnapshot;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StrategyResourceTest {
    private static final String NUMBERS = "{\"kappaCost\": 3, \"kappaRisk\": 1.5, \"minimumProbability\": 0.6}";

    private final String name = "strategy-" + UUID.randomUUID();

    private Response put(String ifMatch, String body) {
        return as("operator").header("If-Match", ifMatch).body(body).put("/api/v1/strategies/" + name);
    }

    @Test
    void the_three_built_in_strategies_are_there_and_published() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("viewer")
                        .get("/api/v1/strategies?limit=200")
                        .then()
                        .statusCode(200)
                        .body("items.name", hasItems("growth", "margin", "safety")));
        try (TopicReader topic = Events.read(EventTypes.STRATEGY.topic())) {
            for (String built : new String[] {"growth", "margin", "safety"}) {
                StrategySnapshot snapshot =
                        topic.await(EventTypes.STRATEGY, one -> one.name().equals(built));
                assertThat(snapshot.revision()).isEqualTo(1);
            }
        }
        as("viewer")
                .get("/api/v1/strategies/safety")
                .then()
                .header("ETag", "\"1\"")
                .body("kappaRisk", is(4.0f))
                .body("minimumProbability", is(0.8f));
    }

    @Test
    void a_new_name_starts_at_version_one_and_is_published() {
        put("*", NUMBERS).then().statusCode(201).header("ETag", "\"1\"").body("version", is(1));

        try (TopicReader topic = Events.read(EventTypes.STRATEGY.topic())) {
            StrategySnapshot snapshot =
                    topic.await(EventTypes.STRATEGY, one -> one.name().equals(name));
            assertThat(snapshot.kappaCost()).isEqualTo(3);
        }
    }

    @Test
    void a_revision_needs_the_tag_that_was_read() {
        put("*", NUMBERS).then().statusCode(201);

        put("\"1\"", NUMBERS.replace("0.6", "0.7")).then().statusCode(200).header("ETag", "\"2\"");
        put("\"1\"", NUMBERS.replace("0.6", "0.8"))
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"")
                .body("type", endsWith("/stale"));
        put("\"2\"", NUMBERS.replace("0.6", "0.7")).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_revision_of_what_does_not_exist_is_stale() {
        put("\"1\"", NUMBERS).then().statusCode(412);
    }

    @Test
    void without_a_precondition_nothing_is_published() {
        as("operator")
                .body(NUMBERS)
                .put("/api/v1/strategies/" + name)
                .then()
                .statusCode(428)
                .body("type", endsWith("/precondition-required"));
    }

    @Test
    void only_operators_publish() {
        as("experimenter")
                .header("If-Match", "*")
                .body(NUMBERS)
                .put("/api/v1/strategies/" + name)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kappaCost\": 1, \"kappaRisk\": 0.99, \"minimumProbability\": 0.5}",
                "{\"kappaCost\": -1, \"kappaRisk\": 1, \"minimumProbability\": 0.5}",
                "{\"kappaCost\": 1, \"kappaRisk\": 1, \"minimumProbability\": 1}"
            })
    void numbers_that_no_strategy_may_have_are_refused(String body) {
        put("*", body).then().statusCode(422).body("violations.size()", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kappaCost\": \"1\"}", "{\"unknown\": 1}", "{", "[]"})
    void a_body_of_another_shape_is_refused(String body) {
        put("*", body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void every_number_is_needed() {
        put("*", "{\"kappaCost\": 1}").then().statusCode(422).body("violations.size()", is(2));
    }

    @Test
    void a_strategy_that_nobody_published_is_not_found() {
        as("viewer").get("/api/v1/strategies/no-such-strategy").then().statusCode(404);
    }

    @Test
    void a_size_follows_from_the_effect() {
        as("viewer")
                .body(
                        "{\"metricKind\": \"MEAN\", \"baseline\": 0.7, \"effect\": 0.02, \"power\": 0.8, \"alpha\": 0.025,"
                                + " \"standardDeviation\": 0.458257569495584}")
                .post("/api/v1/strategies/size")
                .then()
                .statusCode(200)
                .body("requiredUnits", is(8242));
    }

    @Test
    void clusters_and_unlimited_looks_ask_for_more() {
        String body = "{\"metricKind\": \"PROPORTION\", \"baseline\": 0.7, \"effect\": 0.03, \"power\": 0.8,"
                + " \"alpha\": 0.05%s}";
        int plain = as("viewer")
                .body(body.formatted(""))
                .post("/api/v1/strategies/size")
                .jsonPath()
                .getInt("requiredUnits");
        Response wide =
                as("viewer").body(body.formatted(", \"designEffect\": 2")).post("/api/v1/strategies/size");

        assertThat(wide.jsonPath().getInt("requiredUnits")).isBetween(2 * plain - 1, 2 * plain);
        assertThat(wide.jsonPath().getInt("underHybridSpend"))
                .isGreaterThan(wide.jsonPath().getInt("requiredUnits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metricKind\": \"MEAN\", \"baseline\": 0.7, \"effect\": 0.02, \"power\": 0.8, \"alpha\": 0.05}",
                "{\"metricKind\": \"QUANTILE\", \"baseline\": 1, \"effect\": 0.1, \"power\": 0.8, \"alpha\": 0.05,"
                        + " \"standardDeviation\": 1}",
                "{\"metricKind\": \"PROPORTION\", \"baseline\": 0.9, \"effect\": 0.2, \"power\": 0.8, \"alpha\": 0.05}",
                "{\"metricKind\": \"PROPORTION\", \"baseline\": 0.5, \"effect\": 0, \"power\": 0.8, \"alpha\": 0.05}",
                "{\"metricKind\": \"PROPORTION\", \"baseline\": 0.5, \"effect\": 0.1, \"power\": 1, \"alpha\": 0.05}"
            })
    void a_size_that_does_not_follow_is_refused(String body) {
        as("viewer").body(body).post("/api/v1/strategies/size").then().statusCode(422);
    }
}
