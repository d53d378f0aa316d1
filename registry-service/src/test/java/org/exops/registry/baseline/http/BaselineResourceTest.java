package org.exops.registry.baseline.http;

import static org.exops.registry.Door.as;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class BaselineResourceTest {
    private static final String BASELINES = "/api/v1/baselines";

    @Test
    void the_seeded_baselines_are_overdue() {
        asAlice()
                .get(BASELINES + "?due=true")
                .then()
                .statusCode(200)
                .body("items.item", hasItems("Trace-derived regression", "MCP/tool scope experiment control"))
                .body("items.due", everyItem(equalTo(true)));
    }

    @Test
    void an_operator_creates_one_and_rechecks_it() {
        // Given
        String item = "practice " + UUID.randomUUID();
        Response created = create(anOperator(), item, "2026-01-31");
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", startsWith("http"))
                .body("due", equalTo(true));
        String id = created.path("id");
        // When, Then
        anOperator()
                .body("{\"recheckBy\": \"2126-01-31\", \"note\": \"read the source again\"}")
                .post(BASELINES + "/" + id + "/rechecks")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("recheckBy", equalTo("2126-01-31"))
                .body("due", equalTo(false));
        asAlice().get(BASELINES + "?due=true&limit=200").then().body("items.item", not(hasItem(item)));
        isProblem(create(anOperator(), item, "2026-01-31"), ProblemType.KEY_TAKEN);
        isProblem(
                        anOperator().body("{\"recheckBy\": \"2020-01-31\"}").post(BASELINES + "/" + id + "/rechecks"),
                        ProblemType.INVALID_VALUE)
                .body("violations.pointer", contains("/recheckBy"));
    }

    @Test
    void one_is_changed_by_who_has_read_it() {
        // Given
        String id = create(anOperator(), "practice " + UUID.randomUUID(), "2126-01-31")
                .path("id");
        String changed = body("practice " + UUID.randomUUID(), "2126-02-28");
        // When, Then
        isProblem(anOperator().body(changed).put(BASELINES + "/" + id), ProblemType.PRECONDITION_REQUIRED);
        anOperator()
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(BASELINES + "/" + id)
                .then()
                .statusCode(200)
                .body("recheckBy", equalTo("2126-02-28"));
        isProblem(anOperator().header("If-Match", "\"1\"").body(changed).put(BASELINES + "/" + id), ProblemType.STALE);
        asAlice().get(BASELINES + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        isProblem(asAlice().get(BASELINES + "/" + UUID.randomUUID()), ProblemType.NOT_FOUND);
    }

    @Test
    void only_operators_write() {
        isProblem(create(asAlice(), "practice", "2126-01-31"), ProblemType.FORBIDDEN);
    }

    private static RequestSpecification anOperator() {
        return as("olga", "platform", "operator");
    }

    private static Response create(RequestSpecification who, String item, String recheckBy) {
        return who.body(body(item, recheckBy)).post(BASELINES);
    }

    private static String body(String item, String recheckBy) {
        return "{\"item\": \"%s\", \"baselineDate\": \"2026-01-01\", \"recheckBy\": \"%s\", \"source\": \"https://example.org\"}"
                .formatted(item, recheckBy);
    }
}
