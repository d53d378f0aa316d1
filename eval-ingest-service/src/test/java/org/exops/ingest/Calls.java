package org.exops.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.exops.kit.testing.Tokens;

/** The service, asked over HTTP. */
public final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Calls() {}

    public static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.sign());
    }

    public static Tokens ci() {
        return Tokens.of("ci").team("support").roles("ingestor");
    }

    public static Tokens alice() {
        return Tokens.of("alice").team("support").roles("experimenter");
    }

    public static ValidatableResponse sendLines(Tokens who, String header, List<String> cases) {
        String lines = header + "\n" + cases.stream().map(line -> line + "\n").collect(Collectors.joining());
        return as(who).contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/eval-runs")
                .then();
    }

    public static String header(String experiment, String variant, String runId) {
        return "{\"experiment\": \"%s\", \"variant\": \"%s\", \"runId\": \"%s\"}".formatted(experiment, variant, runId);
    }

    /** Waits until the service has read what was told of the experiment. */
    public static void awaitKnown(Experiments experiment) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> as(alice())
                        .get("/api/v1/evidence/" + experiment.key())
                        .then()
                        .statusCode(200));
    }

    public static void awaitStatus(String id, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as(alice())
                                .get("/api/v1/eval-runs/" + id)
                                .then()
                                .extract()
                                .path("status"),
                        status::equals);
    }
}
