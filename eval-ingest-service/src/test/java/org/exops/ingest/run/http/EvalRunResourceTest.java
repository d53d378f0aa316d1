package org.exops.ingest.run.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.alice;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
class EvalRunResourceTest {
    private static final String RUNS = "/api/v1/eval-runs";
    private static final String ONE_CASE = "{\"caseId\": \"c\", \"metrics\": {\"task_success\": 1}}";
    private static final String ROW =
            "{\"promptIdx\": 0, \"testIdx\": 0, \"provider\": {\"id\": \"p\"}, \"success\": true, \"failureReason\": 0}";

    @Test
    void a_document_is_answered_with_its_counts() {
        // Given
        Experiments experiment = known();

        // When
        ValidatableResponse answer = as(alice())
                .contentType("application/json")
                .body("""
                        {"experiment": "%s", "variant": "B", "cases": [
                          {"caseId": "a", "metrics": {"task_success": 1}, "costUSD": 3},
                          {"caseId": "b", "status": "UNSCORED"}, {"caseId": "c", "status": "FAILED"},
                          {"caseId": "d", "status": "ERROR"}, {"caseId": "e", "metrics": {"task_success": 7}}, {"caseId": "f"}]}""".formatted(experiment.key()))
                .post(RUNS)
                .then();

        // Then
        answer.statusCode(202)
                .body("id", notNullValue())
                .body("runId", startsWith("sha256:"))
                .body("accepted", equalTo(4))
                .body("unscored", equalTo(1))
                .body("failed", equalTo(1))
                .body("errors", equalTo(1))
                .body("rejected.code", hasItem("required"))
                .body("rejected.code", hasItem("metric-out-of-range"))
                .body("rejected.pointer", hasItem("/cases/5/metrics"))
                .body("rejected.pointer", hasItem("/cases/4"))
                .body("ignoredFields", hasItem("cases/costUSD"));
    }

    @Test
    void an_experiment_may_be_named_by_its_id() {
        Experiments experiment = known();

        sendLines(ci(), header(experiment.id().toString(), "A", "r"), List.of(ONE_CASE))
                .statusCode(202)
                .body("status", equalTo("RECEIVED"));

        as(alice())
                .queryParam("experiment", experiment.id().toString())
                .get(RUNS)
                .then()
                .body("items.experiment", hasItem(experiment.key()));
    }

    @Test
    void a_token_a_role_and_the_team_are_asked_for() {
        Experiments experiment = known();
        String run = header(experiment.key(), "A", "r");

        given().contentType("application/x-ndjson")
                .body(run.getBytes())
                .post(RUNS)
                .then()
                .statusCode(401);
        sendLines(Tokens.of("eve").team("support").roles("viewer"), run, List.of(ONE_CASE))
                .statusCode(403);
        sendLines(Tokens.of("mallory").team("logistics").roles("ingestor"), run, List.of(ONE_CASE))
                .statusCode(403)
                .body("type", endsWith("/other-team"));
    }

    @Test
    void an_ended_experiment_takes_no_more_evidence() {
        // Given
        Experiments experiment = known().inStatus("CONCLUDED").told();

        // When / Then
        Awaitility.await()
                .untilAsserted(() -> sendLines(
                                ci(),
                                header(experiment.key(), "A", UUID.randomUUID().toString()),
                                List.of(ONE_CASE))
                        .statusCode(409)
                        .body("type", endsWith("/experiment-over")));
    }

    @Test
    void a_variant_that_the_experiment_lacks_is_refused() {
        Experiments experiment = known();

        sendLines(ci(), header(experiment.key(), "Z", "r"), List.of(ONE_CASE))
                .statusCode(422)
                .body("type", endsWith("/unknown-variant"));
        as(ci()).body(ROW.getBytes())
                .post(RUNS + "/imports?experiment=" + experiment.key() + "&map=*:Z")
                .then()
                .statusCode(422)
                .body("type", endsWith("/unknown-variant"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"experiment\": \"e\", \"variant\": \"A\", \"cases\": [ | 400 | malformed-json",
                "{\"experiment\": \"e\", \"variant\": \"A\", \"surprise\": 1, \"cases\": []} | 400 | invalid-shape",
                "{\"experiment\": 7, \"variant\": \"A\", \"cases\": []} | 400 | invalid-shape",
                "{\"variant\": \"A\", \"cases\": []} | 422 | invalid-value",
                "{\"experiment\": \"e\", \"variant\": \"A\", \"cases\": []} | 422 | invalid-value",
                "{\"experiment\": \"e\", \"variant\": \"A\"} | 422 | invalid-value",
            })
    void a_document_that_is_wrong_is_refused(String body, int status, String slug) {
        as(ci()).contentType("application/json")
                .body(body.getBytes())
                .post(RUNS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + slug));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map=*:A | /experiment",
                "experiment=e | /variant",
                "experiment=e&variant=A&map=*:A | /variant",
                "experiment=e&map=nocolon | /map",
                "experiment=e&variant=A&metric=:x | /metric",
                "experiment=e&variant=A&evalSet=noversion | /evalSet",
                "experiment=e&variant=A&format=abacus | /format",
            })
    void a_query_that_is_wrong_names_its_parameter(String query, String pointer) {
        as(ci()).body(ROW.getBytes())
                .post(RUNS + "/imports?" + query)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void a_file_of_several_variants_needs_a_map() {
        Experiments experiment = known();
        String other = ROW.replace("\"promptIdx\": 0", "\"promptIdx\": 1");

        as(ci()).body((ROW + "\n" + other).getBytes())
                .post(RUNS + "/imports?experiment=" + experiment.key() + "&variant=A")
                .then()
                .statusCode(422)
                .body("detail", containsString("map=LABEL:VARIANT"));
    }

    @Test
    void a_document_of_more_than_16_MiB_is_too_large() throws IOException {
        // Given
        String request = """
                POST /api/v1/eval-runs HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(ci().sign(), 16 * 1024 * 1024 + 1);

        // When
        String answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/payload-too-large");
    }

    @Test
    void any_content_type_is_taken_for_a_tools_file() {
        Experiments experiment = known();

        as(ci()).config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded")
                .body(ROW)
                .post(RUNS + "/imports?experiment=" + experiment.key() + "&variant=A&runId=form")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        as(ci()).contentType("text/csv")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post(RUNS)
                .then()
                .statusCode(415);
    }

    @Test
    void runs_are_listed_newest_first_page_by_page() {
        // Given
        Experiments experiment = known();
        for (int run = 0; run < 3; run++) {
            sendLines(ci(), header(experiment.key(), "A", "run-" + run), List.of(ONE_CASE))
                    .statusCode(202);
        }

        // When
        String cursor = as(alice())
                .queryParam("experiment", experiment.key())
                .queryParam("limit", 2)
                .get(RUNS)
                .then()
                .statusCode(200)
                .body("items.runId", equalTo(List.of("run-2", "run-1")))
                .extract()
                .path("nextCursor");

        // Then
        as(alice())
                .queryParam("experiment", experiment.key())
                .queryParam("cursor", cursor)
                .get(RUNS)
                .then()
                .body("items.runId", equalTo(List.of("run-0")))
                .body("nextCursor", nullValue());
        as(alice())
                .queryParam("experiment", experiment.key())
                .queryParam("variant", "A")
                .queryParam("runId", "run-1")
                .get(RUNS)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void an_ingestor_sees_its_own_runs_alone() {
        // Given
        Experiments experiment = known();
        String id = sendLines(ci(), header(experiment.key(), "A", "mine"), List.of(ONE_CASE))
                .extract()
                .path("id");
        Tokens other = Tokens.of("other-ci").team("support").roles("ingestor");

        // When / Then
        as(ci()).get(RUNS + "/" + id).then().statusCode(200);
        as(other).get(RUNS + "/" + id).then().statusCode(404);
        as(other).queryParam("experiment", experiment.key()).get(RUNS).then().body("items", hasSize(0));
    }

    @Test
    void what_is_not_there_is_not_found() {
        as(alice()).get(RUNS + "/" + UUID.randomUUID()).then().statusCode(404).body("type", endsWith("/not-found"));
        as(alice())
                .get("/api/v1/evidence/nobody-knows-it")
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-experiment"));
    }

    @Test
    void a_known_experiment_without_runs_has_evidence_of_revision_zero() {
        Experiments experiment = known();

        as(alice())
                .get("/api/v1/evidence/" + experiment.id())
                .then()
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("variants.variant", equalTo(List.of("A", "B")))
                .body("variants[0].costPerCaseUsd.n", equalTo(0))
                .body("variants[0].costPerCaseUsd.mean", nullValue());
    }

    private static Experiments known() {
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        assertThat(experiment.revision()).isEqualTo(1);
        return experiment;
    }
}
