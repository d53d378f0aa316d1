package org.exops.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.Tokens;

/** The registry's HTTP door, so that a test reads as question and answer. */
public final class Door {
    public static final String EXPERIMENTS = "/api/v1/experiments";

    private Door() {}

    public static RequestSpecification as(String who, String team, String... roles) {
        return given().auth()
                .oauth2(Tokens.of(who).team(team).roles(roles).sign())
                .contentType("application/json");
    }

    public static RequestSpecification asAlice() {
        return as("alice", "support", "experimenter");
    }

    public static String freshKey() {
        return "refund-" + UUID.randomUUID();
    }

    /** The whole experiment of the contract under another key; its hypothesis is made its own, so that it resembles none. */
    public static ObjectNode contract(String key) {
        try (InputStream file = Door.class.getResourceAsStream("/experiment.json")) {
            ObjectNode json = (ObjectNode) EventJson.mapper().readTree(file);
            json.put("key", key);
            json.put("hypothesis", UUID.randomUUID() + " " + UUID.randomUUID());
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response create(ObjectNode experiment) {
        return asAlice().body(experiment.toString()).post(EXPERIMENTS);
    }

    /** Creates a draft under a fresh key. */
    public static String aDraft() {
        String key = freshKey();
        create(contract(key)).then().statusCode(201);
        return key;
    }

    public static Response register(String key) {
        return asAlice().header("If-Match", "*").post(EXPERIMENTS + "/" + key + "/registration");
    }

    /** Creates and registers an experiment; the strategies must be known. */
    public static JsonNode registered(ObjectNode experiment) {
        create(experiment).then().statusCode(201);
        return json(register(experiment.get("key").textValue()));
    }

    public static JsonNode aRegistered() {
        return registered(contract(freshKey()));
    }

    public static JsonNode show(String key) {
        return json(asAlice().get(EXPERIMENTS + "/" + key));
    }

    public static Response review(String key) {
        return asAlice().accept("text/markdown").get(EXPERIMENTS + "/" + key + "/review");
    }

    @CanIgnoreReturnValue
    public static ValidatableResponse isProblem(Response answer, ProblemType type) {
        return answer.then()
                .statusCode(type.status())
                .contentType("application/problem+json")
                .body("type", equalTo("https://exops.dev/problems/" + type.slug()))
                .body("detail", notNullValue());
    }

    private static JsonNode json(Response answer) {
        answer.then().statusCode(200);
        return EventJson.read(answer.asByteArray(), JsonNode.class);
    }
}
