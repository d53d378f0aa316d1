package org.exops.scoring.verdict.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.scoring.Calls.as;
import static org.exops.scoring.Calls.verdict;
import static org.exops.scoring.Calls.verdictAfter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.exops.scoring.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VerdictResourceTest {
    private static Neighbours judged() {
        Neighbours story = new Neighbours().registers().brings(1, 2000, 0.05);
        assertThat(verdictAfter(story.key, 0).statusCode()).isEqualTo(200);
        return story;
    }

    private static Neighbours waiting() {
        Neighbours story = new Neighbours().registers();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> verdict(story.key).jsonPath().getString("type").endsWith("/not-found"));
        return story;
    }

    @Test
    void an_experiment_that_nobody_registered_is_unknown() {
        verdict("no-such-experiment")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", endsWith("/unknown-experiment"));
    }

    @Test
    void before_the_first_run_there_is_no_verdict() {
        Neighbours story = waiting();

        verdict(story.key).then().statusCode(404).header("Retry-After", "1").body("type", endsWith("/not-found"));
        as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/sensitivity")
                .then()
                .statusCode(404);
        as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void without_a_token_nothing_is_read() {
        given().get("/api/v1/verdicts/anything").then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=soon", "wait=PT2M", "wait=-PT1S", "afterRevision=-1"})
    void a_wait_that_makes_no_sense_is_refused(String query) {
        as("viewer")
                .get("/api/v1/verdicts/anything?" + query)
                .then()
                .statusCode(422)
                .body("violations", hasSize(1));
    }

    @Test
    void a_long_poll_answers_the_standing_verdict_at_its_end() {
        Neighbours story = judged();
        long revision = verdict(story.key).jsonPath().getLong("revision");

        as("viewer")
                .get("/api/v1/verdicts/" + story.key + "?wait=PT0.3S&afterRevision=" + revision)
                .then()
                .statusCode(200)
                .body("revision", equalTo((int) revision));
    }

    @Test
    void simulation_weighs_otherwise_and_changes_nothing() {
        Neighbours story = judged();
        String before = verdict(story.key).asString();

        as("experimenter")
                .body("{\"lambdaCost\": 0.5, \"lambdaRisk\": 0}")
                .post("/api/v1/verdicts/" + story.key + "/simulation")
                .then()
                .statusCode(200)
                .body("strategy.lambdaCost", is(0.5f))
                .body("comparisons[0].score.value", notNullValue())
                .body("recommendation", notNullValue());
        as("experimenter")
                .body("{\"strategy\": \"margin\"}")
                .post("/api/v1/verdicts/" + story.key + "/simulation")
                .then()
                .statusCode(200)
                .body("strategy.name", is("margin"))
                .body("strategy.kappaCost", is(2.0f));
        assertThat(verdict(story.key).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lambdaCost\": 1}",
                "{\"lambdaCost\": -1, \"lambdaRisk\": 1}",
                "{\"lambdaCost\": 1, \"lambdaRisk\": 1, \"strategy\": \"growth\"}",
                "{\"strategy\": \"no-such-strategy\"}"
            })
    void a_simulation_of_nothing_in_particular_is_refused(String body) {
        Neighbours story = waiting();

        as("experimenter")
                .body(body)
                .post("/api/v1/verdicts/" + story.key + "/simulation")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void only_experimenters_simulate() {
        as("viewer")
                .body("{\"strategy\": \"margin\"}")
                .post("/api/v1/verdicts/anything/simulation")
                .then()
                .statusCode(403);
    }

    @Test
    void a_simulation_without_a_verdict_or_an_experiment_is_not_found() {
        Neighbours story = waiting();

        for (String experiment : new String[] {story.key, "no-such-experiment"}) {
            as("experimenter")
                    .body("{\"strategy\": \"margin\"}")
                    .post("/api/v1/verdicts/" + experiment + "/simulation")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void sensitivity_shows_grid_presets_and_break_even() {
        Neighbours story = judged();

        as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/sensitivity")
                .then()
                .statusCode(200)
                .body("grid", hasSize(25))
                .body("presets.strategy", contains("growth", "margin", "safety"))
                .body("breakEven.lambdaCost", notNullValue())
                .body("text", notNullValue());
    }

    @Test
    void history_is_paged_from_the_newest() {
        Neighbours story = judged();
        long revision = verdict(story.key).jsonPath().getLong("revision");
        Response next = verdictAfter(story.brings(2, 2500, 0.05).key, revision);

        Response first = as("viewer").get("/api/v1/verdicts/" + story.key + "/history?limit=1");
        Response second = as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/history?limit=1&cursor="
                        + first.jsonPath().getString("nextCursor"));

        assertThat(first.jsonPath().getLong("items[0].revision"))
                .isEqualTo(next.jsonPath().getLong("revision"));
        assertThat(second.jsonPath().getLong("items[0].revision"))
                .isEqualTo(next.jsonPath().getLong("revision") - 1);
        assertThat(second.jsonPath().getBoolean("items[0].looks[0].ordinaryTest"))
                .isTrue();
    }

    @Test
    void a_verdict_that_never_was_is_not_replayed() {
        for (String id : new String[] {UUID.randomUUID().toString(), "not-an-id"}) {
            as("viewer").post("/api/v1/verdicts/" + id + "/replay").then().statusCode(404);
        }
    }

    @Test
    void a_stream_brings_the_standing_verdict_and_the_next() throws IOException {
        Neighbours story = judged();
        HttpURLConnection connection = (HttpURLConnection)
                new URL("http", "localhost", RestAssured.port, "/api/v1/verdicts/" + story.key + "/stream")
                        .openConnection();
        connection.setRequestProperty(
                "Authorization", "Bearer " + Tokens.of("bob").roles("viewer").sign());
        connection.setReadTimeout(20_000);

        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String standing = data(lines);
            story.brings(2, 2500, 0.05);
            String next = data(lines);

            assertThat(standing).contains("\"evidenceRevision\":1");
            assertThat(next).contains("\"evidenceRevision\":2");
        } finally {
            connection.disconnect();
        }
    }

    @Test
    void a_stream_of_an_unknown_experiment_is_not_found() {
        as("viewer").get("/api/v1/verdicts/no-such-experiment/stream").then().statusCode(404);
    }

    private static String data(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("The stream ended");
    }
}
