package org.exops.window.surface.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.exops.kit.testing.TestServers;
import org.exops.window.Asking;
import org.exops.window.lease.Desk;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SurfaceResourceTest {
    @Inject
    Desk desk;

    private final String root = "surface-" + UUID.randomUUID();
    private final String surface = root + "/refund-agent/tone";

    @Test
    void a_limit_is_set_by_the_path_as_it_is_or_url_encoded() {
        limit(surface, "{\"maxConcurrent\": 3, \"maxHighRisk\": 1}")
                .statusCode(200)
                .body("surface", equalTo(surface))
                .body("maxConcurrent", equalTo(3));
        limit(surface.replace("/", "%2F"), "{\"maxConcurrent\": 4, \"maxHighRisk\": 2}")
                .statusCode(200)
                .body("surface", equalTo(surface))
                .body("maxConcurrent", equalTo(4))
                .body("maxHighRisk", equalTo(2));
    }

    @Test
    void a_raised_limit_grants_at_once_and_a_lowered_one_revokes_nothing() {
        Experiment first = desk.learn(anExperiment("a-" + root).on(surface).build());
        Experiment second = desk.learn(anExperiment("b-" + root).on(surface).build());
        desk.request(first);
        desk.request(second);

        limit(surface, "{\"maxConcurrent\": 2, \"maxHighRisk\": 1}").statusCode(200);
        assertThat(desk.find(second).admission().status()).isEqualTo(AdmissionStatus.GRANTED);

        limit(surface, "{\"maxConcurrent\": 1, \"maxHighRisk\": 1}").statusCode(200);
        assertThat(desk.find(first).admission().status()).isEqualTo(AdmissionStatus.GRANTED);
        assertThat(desk.find(second).admission().status()).isEqualTo(AdmissionStatus.GRANTED);
    }

    @Test
    void an_owner_is_set_and_shown_with_the_use_of_the_surface() {
        Experiment running = desk.learn(anExperiment("c-" + root).on(surface).build());
        desk.request(running);

        Asking.operator()
                .body("{\"team\": \"growth\"}")
                .put("/api/v1/surfaces/" + surface + "/owner")
                .then()
                .statusCode(200)
                .body("team", equalTo("growth"));

        Asking.viewer()
                .get("/api/v1/surfaces?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.surface == '" + surface + "' }.team", equalTo("growth"))
                .body("items.find { it.surface == '" + surface + "' }.held", equalTo(1))
                .body("items.find { it.surface == '" + surface + "' }.queued", equalTo(0));
        Asking.viewer()
                .get("/api/v1/enforcements?experiment=" + running.key())
                .then()
                .statusCode(200)
                .body("items.kind", contains("GRANTED"))
                .body("items[0].facts.fencingToken", equalTo(1));
    }

    @Test
    void every_decision_is_in_the_ledger_page_by_page() {
        Experiment running = desk.learn(anExperiment("d-" + root).on(surface).build());
        desk.request(running);
        desk.release(running);

        String cursor = Asking.viewer()
                .get("/api/v1/enforcements?limit=1&experiment=" + running.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].position", greaterThan(0))
                .body("items[0].hash", notNullValue())
                .extract()
                .path("nextCursor");
        Asking.viewer()
                .get("/api/v1/enforcements?limit=1&experiment=" + running.key() + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.kind", contains("RELEASED"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void surfaces_are_listed_page_by_page() {
        limit(root + "/a", "{\"maxConcurrent\": 1, \"maxHighRisk\": 1}").statusCode(200);
        limit(root + "/b", "{\"maxConcurrent\": 1, \"maxHighRisk\": 1}").statusCode(200);

        String cursor = Asking.viewer()
                .get("/api/v1/surfaces?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("nextCursor");
        Asking.viewer()
                .get("/api/v1/surfaces?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        Asking.viewer().get("/api/v1/surfaces?limit=0").then().statusCode(422);
    }

    @Test
    void only_an_operator_sets_limits_and_owners() {
        Asking.experimenter("support")
                .body("{\"maxConcurrent\": 2, \"maxHighRisk\": 1}")
                .put("/api/v1/surfaces/" + surface + "/limit")
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
        Asking.approver("carol", "support")
                .body("{\"team\": \"growth\"}")
                .put("/api/v1/surfaces/" + surface + "/owner")
                .then()
                .statusCode(403);
    }

    @Test
    void limits_and_paths_that_make_no_sense_are_422() {
        limit(surface, "{\"maxConcurrent\": 1, \"maxHighRisk\": 2}")
                .statusCode(422)
                .body("violations.pointer", hasItem("/maxHighRisk"));
        limit(surface, "{\"maxConcurrent\": 0, \"maxHighRisk\": 0}")
                .statusCode(422)
                .body("violations.pointer", hasItem("/maxConcurrent"));
        limit(surface, "{\"maxConcurrent\": 1}").statusCode(422);
        limit(surface, "{\"maxConcurrent\": \"many\", \"maxHighRisk\": 1}").statusCode(400);
        limit("a%20b", "{\"maxConcurrent\": 1, \"maxHighRisk\": 1}")
                .statusCode(422)
                .body("violations.pointer", hasItem("/surface"));
        Asking.operator()
                .body("{\"team\": \" \"}")
                .put("/api/v1/surfaces/" + surface + "/owner")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse limit(String path, String body) {
        return Asking.operator()
                .body(body)
                .put("/api/v1/surfaces/" + path + "/limit")
                .then();
    }
}
