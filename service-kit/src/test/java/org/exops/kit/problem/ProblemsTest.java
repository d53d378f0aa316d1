package org.exops.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the failures of a request, from the router to a constructor in the model: each is one shape. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProblemsTest {
    private static final String DOORS = "/api/v1/doors";
    private static final String DOOR = "{\"name\": \"front\", \"open\": true}";

    private static RequestSpecification anExperimenter() {
        return given().auth()
                .oauth2(Tokens.of("alice").team("support").roles("experimenter").sign());
    }

    private static ValidatableResponse posting(String body) {
        return anExperimenter()
                .contentType("application/json")
                .body(body)
                .post(DOORS + "/plain")
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, ProblemType type) {
        return answer.statusCode(type.status())
                .contentType(Problems.MEDIA_TYPE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("https://exops.dev/problems/" + type.slug()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()))
                .body("detail", notNullValue())
                .body("instance", notNullValue());
    }

    @Test
    void every_slug_is_its_constant_in_kebab_case() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(type.slug())
                    .isEqualTo(type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": ",
                "{\"name\" \"front\"}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                DOOR + " {}",
                "\u0000"
            })
    void json_that_is_none_is_malformed(String body) {
        isProblem(posting(body), ProblemType.MALFORMED_JSON).body("instance", equalTo(DOORS + "/plain"));
    }

    @Test
    void json_that_nests_too_deep_is_malformed() {
        isProblem(posting("{\"note\": " + "[".repeat(100) + "]".repeat(100) + "}"), ProblemType.MALFORMED_JSON)
                .body("errorId", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "front", "open": true, "colour": 1}     | /colour
            {"name": 7}                                      | /name
            {"name": "front", "height": "12"}                | /height
            {"name": "front", "height": 1.5}                 | /height
            {"name": "front", "height": 99999999999}         | /height
            {"name": "front", "open": null}                  | /open
            {"name": "front", "open": "true"}                | /open
            {"name": "front", "wood": "STEEL"}               | /wood
            {"name": "front", "wood": 0}                     | /wood
            {"name": "front", "builtAt": 1700000000}         | /builtAt
            {"name": "front", "builtAt": "yesterday"}        | /builtAt
            {"name": "front", "swing": 3}                    | /swing
            {"name": "front", "hinges": {}}                  | /hinges
            {"name": "front", "hinges": [{"maker": "x", "screws": 1}, {"screws": "2"}]} | /hinges/1/screws
            {"name": "front", "hinges": [{"screws": 1, "a/b~c": 1}]} | /hinges/0/a~1b~0c
            """)
    void another_shape_is_refused_where_it_differs(String body, String pointer) {
        isProblem(posting(body), ProblemType.INVALID_SHAPE)
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].message", not(containsString("java")))
                .body("detail", not(containsString("org.exops")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "fr\\u0000nt", "open": true}            | /name
            {"name": "fr\\ud800nt", "open": true}            | /name
            {"name": "front", "open": true, "note": ["\\u0000"]} | /note
            """)
    void text_that_no_database_can_hold_is_refused_where_it_stands(String body, String pointer) {
        isProblem(posting(body), ProblemType.INVALID_SHAPE).body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void an_address_that_holds_a_nul_is_refused() {
        isProblem(
                        anExperimenter()
                                .urlEncodingEnabled(false)
                                .get(DOORS + "?colour=%00")
                                .then(),
                        ProblemType.INVALID_SHAPE)
                .body("detail", containsString("NUL"));
    }

    @Test
    void a_body_that_is_no_object_is_refused_as_a_whole() {
        isProblem(posting("[1]"), ProblemType.INVALID_SHAPE).body("violations[0].pointer", equalTo(""));
    }

    @Test
    void values_that_break_a_rule_are_refused_together() {
        isProblem(
                        posting(
                                "{\"name\": \" \", \"open\": true, \"height\": -1, \"hinges\": [{\"maker\": \"x\", \"screws\": 1},"
                                        + " {\"maker\": \"\", \"screws\": 1}]}"),
                        ProblemType.INVALID_VALUE)
                .body("violations.pointer", equalTo(java.util.List.of("/height", "/hinges/1/maker", "/name")))
                .body("violations.message", hasItem("must not be blank"));
    }

    @Test
    void what_a_compact_constructor_refuses_is_a_broken_rule() {
        isProblem(
                        posting(
                                "{\"name\": \"front\", \"open\": true, \"hinges\": [{\"maker\": \"x\", \"screws\": 9}]}"),
                        ProblemType.INVALID_VALUE)
                .body("violations[0].pointer", equalTo("/hinges/0"))
                .body("violations[0].message", equalTo("A hinge has at most 8 screws"));
    }

    @Test
    void a_missing_body_breaks_the_rule_that_there_is_one() {
        isProblem(posting(""), ProblemType.INVALID_VALUE).body("violations[0].pointer", equalTo(""));
    }

    @Test
    void a_parameter_that_breaks_a_rule_is_named() {
        isProblem(anExperimenter().get(DOORS + "?limit=2000").then(), ProblemType.INVALID_VALUE)
                .body("violations[0].pointer", equalTo("/limit"));
        isProblem(anExperimenter().get(DOORS + "?limit=0").then(), ProblemType.INVALID_VALUE)
                .body("violations[0].pointer", equalTo("/limit"));
    }

    @Test
    void a_parameter_of_another_type_has_the_wrong_shape() {
        isProblem(anExperimenter().get(DOORS + "?limit=many").then(), ProblemType.INVALID_SHAPE)
                .body("errorId", nullValue());
        isProblem(anExperimenter().get(DOORS + "?cursor=%25%25").then(), ProblemType.INVALID_SHAPE)
                .body("violations[0].pointer", equalTo("/cursor"));
    }

    @Test
    void a_list_is_walked_by_its_cursor() {
        String cursor = anExperimenter()
                .get(DOORS + "?limit=3")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");

        anExperimenter()
                .get(DOORS + "?limit=3&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", equalTo(java.util.List.of("garden", "kitchen")))
                .body("nextCursor", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/api/v1/nowhere", "/q/nowhere", "/api/v1/doors/not-a-uuid"})
    void an_unknown_path_is_not_found(String path) {
        isProblem(anExperimenter().get(path).then(), ProblemType.NOT_FOUND).body("instance", equalTo(path));
    }

    @Test
    void another_method_is_refused() {
        isProblem(anExperimenter().delete(DOORS).then(), ProblemType.METHOD_NOT_ALLOWED)
                .body("instance", equalTo(DOORS));
    }

    @Test
    void a_media_type_that_nobody_writes_is_not_acceptable() {
        isProblem(anExperimenter().accept("image/png").get(DOORS).then(), ProblemType.NOT_ACCEPTABLE)
                .body("errorId", nullValue());
    }

    @Test
    void a_media_type_that_nobody_reads_is_unsupported() {
        isProblem(
                        anExperimenter()
                                .contentType("text/csv")
                                .body("a,b")
                                .post(DOORS + "/plain")
                                .then(),
                        ProblemType.UNSUPPORTED_MEDIA_TYPE)
                .body("errorId", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/blocking", "/stream", ""})
    void a_body_that_says_it_is_too_large_is_not_read(String path) {
        isProblem(
                        anExperimenter()
                                .contentType("application/json")
                                .body("{\"name\": \"" + "x".repeat(300_000) + "\"}")
                                .post(DOORS + path)
                                .then(),
                        ProblemType.PAYLOAD_TOO_LARGE)
                .body("limit", equalTo(256 * 1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/blocking", "/stream", ""})
    void a_body_that_grows_too_large_is_cut(String path) throws IOException {
        String answer = postInChunks(DOORS + path, 300_000);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/payload-too-large", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/blocking", "/stream", ""})
    void a_body_in_chunks_below_the_limit_is_read(String path) throws IOException {
        String answer = postInChunks(DOORS + path, 100_000);

        assertThat(answer).startsWith("HTTP/1.1 20");
    }

    private String postInChunks(String path, int size) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head = "POST " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nIdempotency-Key: chunks-" + size + "\r\nAuthorization: Bearer "
                    + Tokens.of("alice").roles("experimenter").sign() + "\r\n\r\n";
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            writeChunk(out, "{\"open\": true, \"name\": \"");
            for (int written = 0; written < size; written += 1_000) {
                writeChunk(out, "x".repeat(1_000));
            }
            writeChunk(out, "\"}");
            writeChunk(out, "");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException e) {
            throw new AssertionError("the connection was cut before the answer was read", e);
        }
    }

    private static void writeChunk(java.io.OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void a_change_needs_to_know_what_it_changes() {
        String path = DOORS + "/7f000000-0000-7000-8000-000000000000";
        isProblem(
                        anExperimenter()
                                .contentType("application/json")
                                .body(DOOR)
                                .put(path)
                                .then(),
                        ProblemType.PRECONDITION_REQUIRED)
                .body("errorId", nullValue());
        isProblem(
                        anExperimenter()
                                .contentType("application/json")
                                .header("If-Match", "\"6\"")
                                .body(DOOR)
                                .put(path)
                                .then(),
                        ProblemType.STALE)
                .header("ETag", "\"7\"");
        for (String current : Map.of("\"7\"", 1, "*", 1, "\"3\", \"7\"", 1).keySet()) {
            anExperimenter()
                    .contentType("application/json")
                    .header("If-Match", current)
                    .body(DOOR)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"8\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"database-away", "broker-away"})
    void a_neighbour_that_is_away_is_worth_another_try(String kind) {
        isProblem(anExperimenter().get(DOORS + "/failures/" + kind).then(), ProblemType.UNAVAILABLE)
                .header("Retry-After", "2")
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "our-json", "web"})
    void a_fault_of_ours_tells_nothing_but_its_id(String kind) {
        String body = isProblem(
                        anExperimenter().get(DOORS + "/failures/" + kind).then(), ProblemType.INTERNAL)
                .body("errorId", notNullValue())
                .extract()
                .asString();

        assertThat(body).doesNotContain("secret", "Exception", "org.exops.kit");
    }

    @Test
    void a_request_line_that_is_broken_gets_no_page() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html");
        }
    }

    @Test
    void times_and_decimals_are_written_as_they_were_read() {
        posting(
                        "{\"name\": \"front\", \"open\": true, \"price\": 0.0000001, \"builtAt\": \"2026-11-01T00:00:00Z\", \"swing\":"
                                + " \"PT1.5S\"}")
                .statusCode(200)
                .body(equalTo(
                        "{\"name\":\"front\",\"open\":true,\"price\":0.0000001,\"builtAt\":\"2026-11-01T00:00:00Z\","
                                + "\"swing\":\"PT1.5S\"}"));
    }

    @Test
    void a_request_has_a_trace_that_logs_can_name() {
        assertThat(anExperimenter().get(DOORS + "/trace").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void the_documentation_names_the_refusals_that_all_share() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/v1/doors'.post.responses.keySet()",
                        hasItems("401", "403", "429", "500", "503", "400", "413", "415", "422"))
                .body("paths.'/api/v1/doors/me'.get.responses.keySet()", not(hasItem("413")))
                .body(
                        "paths.'/api/v1/doors'.post.responses.'422'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body(
                        "components.schemas.Problem.properties.keySet()",
                        hasItems("type", "title", "status", "violations"));
    }
}
