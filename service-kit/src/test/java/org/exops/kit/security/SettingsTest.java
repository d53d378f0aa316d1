package org.exops.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.IntStream;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The limits that a service may set otherwise. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(SettingsTest.Narrow.class)
class SettingsTest {
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "exops.rate-limit.per-second", "1",
                    "exops.rate-limit.burst", "3",
                    "exops.rate-limit.exempt-paths", "/api/v1/doors/me,/api/v1/doors/stream",
                    "quarkus.http.limits.max-body-size", "2M",
                    "exops.body-limit.standard", "1K",
                    "exops.body-limit.rules.streams.path-prefix", "/api/v1/doors/stream",
                    "exops.body-limit.rules.streams.size", "1M",
                    "exops.body-limit.rules.lines.path-prefix", "/api/v1/doors/stream",
                    "exops.body-limit.rules.lines.media-type", "application/x-ndjson",
                    "exops.body-limit.rules.lines.size", "10K");
        }
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user).roles("operator").sign());
    }

    @Test
    void one_who_asks_too_often_is_told_when_to_come_back() {
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> as("hasty").get("/api/v1/doors/operators"))
                .toList();

        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        Response refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then()
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("type", endsWith("/too-many-requests"));
        as("calm").get("/api/v1/doors/operators").then().statusCode(200);
    }

    @Test
    void an_exempt_path_is_not_limited() {
        assertThat(IntStream.range(0, 20)
                        .map(i -> as("runtime").get("/api/v1/doors/me").statusCode()))
                .containsOnly(200);
    }

    @Test
    void the_longest_path_and_then_the_media_type_decide_how_large_a_body_may_be() {
        sized("application/json", "/plain", 2_000).statusCode(413).body("limit", equalTo(1024));
        sized("application/json", "/stream", 500_000).statusCode(200);
        sized("application/json", "/stream", 1_500_000).statusCode(413).body("limit", equalTo(1024 * 1024));
        sized("application/x-ndjson", "/stream", 9_000).statusCode(200);
        sized("application/x-ndjson; charset=utf-8", "/stream", 11_000)
                .statusCode(413)
                .body("limit", equalTo(10 * 1024));
    }

    private static io.restassured.response.ValidatableResponse sized(String mediaType, String path, int size) {
        return as("sender-of-" + size)
                .contentType(mediaType)
                .body("x".repeat(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/api/v1/doors" + path)
                .then();
    }
}
