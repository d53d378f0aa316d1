package org.exops.scoring;

import static io.restassured.RestAssured.given;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.exops.kit.testing.Tokens;

/** Questions to the service, so that a test reads as question and answer. */
public final class Calls {
    private Calls() {}

    public static RequestSpecification as(String... roles) {
        return given().auth()
                .oauth2(Tokens.of("alice").team("support").roles(roles).sign())
                .contentType("application/json");
    }

    public static Response verdict(String experiment) {
        return as("viewer").get("/api/v1/verdicts/" + experiment);
    }

    /** Waits as a client would, by long poll, until a verdict beyond the revision is there. */
    @CanIgnoreReturnValue
    public static Response verdictAfter(String experiment, long revision) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> as("viewer")
                                .get("/api/v1/verdicts/" + experiment + "?wait=PT5S&afterRevision=" + revision),
                        answer ->
                                answer.statusCode() == 200 && answer.jsonPath().getLong("revision") > revision);
    }
}
