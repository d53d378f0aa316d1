package org.exops.window.lease.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.exops.kit.testing.TestServers;
import org.exops.window.Asking;
import org.exops.window.lease.Desk;
import org.exops.window.lease.model.Ending;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.ExperimentFixture;
import org.exops.window.lease.model.PriorityClass;
import org.exops.window.lease.model.RiskTier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AdmissionResourceTest {
    @Inject
    Desk desk;

    @Inject
    Pool pool;

    private final String surface = "http-" + UUID.randomUUID() + "/agent";
    private final Experiment first = experiment("first").build();
    private final Experiment second =
            experiment("second").until(Instant.parse("2037-01-01T00:00:00Z")).build();

    @Test
    void a_free_slot_is_granted_with_201() {
        desk.learn(first);

        request(Asking.experimenter("support"), first.key())
                .statusCode(201)
                .header("Location", endsWith("/api/v1/admissions/" + first.id()))
                .body("experiment", equalTo(first.key()))
                .body("surface", equalTo(surface))
                .body("status", equalTo("GRANTED"))
                .body("lease.fencingToken", equalTo(1))
                .body("lease.slot", equalTo(1))
                .body("lease.expiresAt", equalTo("2036-12-01T00:00:00Z"))
                .body("requestedBy", equalTo("rita"))
                .body("position", nullValue())
                .body("reasons", empty());
    }

    @Test
    void who_must_wait_is_queued_with_202_and_told_why() {
        desk.learn(first);
        desk.learn(second);
        desk.request(first);

        request(Asking.experimenter("support"), second.id().toString())
                .statusCode(202)
                .body("status", equalTo("QUEUED"))
                .body("lease", nullValue())
                .body("position", equalTo(1))
                .body("reasons.code", contains("CAPACITY"))
                .body("reasons[0].text", containsString("held by " + first.key() + " until 2036-12-01"))
                .body("earliestStart", equalTo("2036-12-01T00:00:00Z"));
    }

    @Test
    void a_repetition_answers_the_standing_admission() {
        desk.learn(first);
        request(Asking.experimenter("support"), first.key()).statusCode(201);

        request(Asking.experimenter("support"), first.key()).statusCode(201).body("lease.fencingToken", equalTo(1));
    }

    @Test
    void an_idempotency_key_gives_the_first_answer_again_even_after_the_release() {
        desk.learn(first);
        String key = UUID.randomUUID().toString();
        request(Asking.experimenter("support").header("Idempotency-Key", key), first.key())
                .statusCode(201);
        desk.release(first);

        request(Asking.experimenter("support").header("Idempotency-Key", key), first.key())
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("lease.fencingToken", equalTo(1));

        show(first).body("status", equalTo("RELEASED"));
    }

    @Test
    void an_ended_experiment_is_denied_with_409_and_so_again() {
        desk.learn(experiment("over").id(first.id()).ended(Ending.DECIDED).build());

        for (int attempt = 0; attempt < 2; attempt++) {
            request(Asking.experimenter("support"), first.id().toString())
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/experiment-over"))
                    .body("admission.status", equalTo("DENIED"))
                    .body("admission.reasons.code", contains("DECIDED"));
        }
    }

    @Test
    void an_experiment_that_is_not_known_yet_is_404_with_retry_after() {
        request(Asking.experimenter("support"), "nobody-" + UUID.randomUUID())
                .statusCode(404)
                .header("Retry-After", equalTo("1"))
                .body("type", endsWith("/unknown-experiment"));
    }

    @Test
    void another_teams_experiment_is_403() {
        desk.learn(first);

        request(Asking.experimenter("growth"), first.key()).statusCode(403).body("type", endsWith("/other-team"));
        request(Asking.viewer(), first.key()).statusCode(403).body("type", endsWith("/forbidden"));
        given().contentType("application/json")
                .body(Map.of("experiment", first.key()))
                .post("/api/v1/admissions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void a_body_of_another_shape_is_refused() {
        Asking.experimenter("support")
                .body("{\"experiment\": \"x\", \"slot\": 3}")
                .post("/api/v1/admissions")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/slot"));
        Asking.experimenter("support")
                .body("{}")
                .post("/api/v1/admissions")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/experiment"));
        Asking.experimenter("support")
                .body("{\"experiment\": ")
                .post("/api/v1/admissions")
                .then()
                .statusCode(400);
    }

    @Test
    void a_high_risk_experiment_waits_for_a_window() {
        Experiment risky = desk.learn(experiment("risky").tier(RiskTier.HIGH).build());

        request(Asking.experimenter("support"), risky.key())
                .statusCode(202)
                .body("status", equalTo("QUEUED"))
                .body("tier", equalTo("HIGH"))
                .body("position", nullValue())
                .body("earliestStart", nullValue())
                .body("reasons.code", contains("NO_WINDOW"));
    }

    @Test
    void a_release_gives_the_slot_to_the_next() {
        desk.learn(first);
        desk.learn(second);
        desk.request(first);
        desk.request(second);

        Asking.experimenter("support")
                .delete("/api/v1/admissions/" + first.key())
                .then()
                .statusCode(204);

        show(first).body("status", equalTo("RELEASED")).body("reasons.code", contains("RELEASED"));
        show(second).body("status", equalTo("GRANTED")).body("lease.fencingToken", equalTo(2));
        Asking.operator().delete("/api/v1/admissions/" + first.key()).then().statusCode(204);
        Asking.experimenter("growth")
                .delete("/api/v1/admissions/" + second.key())
                .then()
                .statusCode(403)
                .body("type", endsWith("/other-team"));
        Asking.operator().delete("/api/v1/admissions/" + second.id()).then().statusCode(204);
    }

    @Test
    void another_teams_experiment_waits_for_the_surfaces_team() {
        Experiment foreign = desk.learn(experiment("foreign").of("growth").build());
        desk.learn(first);
        desk.request(first);
        desk.release(first);
        request(Asking.experimenter("growth"), foreign.key())
                .statusCode(202)
                .body("reasons.code", contains("SURFACE_OWNER"));

        approve(Asking.approver("alice", "support"), foreign).statusCode(403).body("type", endsWith("/four-eyes"));
        approve(Asking.approver("carol", "growth"), foreign).statusCode(403).body("type", endsWith("/other-team"));
        approve(Asking.experimenter("support"), foreign).statusCode(403);
        approve(Asking.approver("carol", "support"), foreign)
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("approvedBy", contains("carol"));
        approve(Asking.approver("dave", "support"), foreign)
                .statusCode(409)
                .body("type", endsWith("/illegal-transition"));
    }

    @Test
    void a_safety_fix_is_ranked_normal_until_any_approver_confirms_it() {
        Experiment fix =
                desk.learn(experiment("fix").priority(PriorityClass.SAFETY_FIX).build());
        desk.learn(first);
        desk.learn(second);
        desk.request(first);
        desk.request(second);
        request(Asking.experimenter("support"), fix.key())
                .body("position", equalTo(2))
                .body("reasons.code", hasItem("SAFETY_FIX_UNAPPROVED"));

        approve(Asking.approver("carol", "risk"), fix).statusCode(200).body("position", equalTo(1));
        approve(Asking.approver("carol", "risk"), fix).statusCode(200).body("approvedBy", contains("carol"));
    }

    @Test
    void lists_are_paged_and_filtered() {
        desk.limit(surface, 2, 1);
        for (Experiment experiment :
                new Experiment[] {first, second, experiment("third").build()}) {
            desk.learn(experiment);
            desk.request(experiment);
        }

        String cursor = list("surface=" + surface + "&limit=2")
                .body("items", hasSize(2))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        list("surface=" + surface + "&limit=2&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        list("surface=" + surface + "&status=QUEUED")
                .body("items", hasSize(1))
                .body("items[0].reasons.code", contains("CAPACITY"));
        Asking.viewer()
                .get("/api/v1/admissions?status=WAITING")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/status"));
        Asking.viewer().get("/api/v1/admissions?cursor=x").then().statusCode(400);
    }

    @Test
    void a_grant_that_is_due_and_not_yet_made_is_not_shown() {
        desk.learn(first);
        desk.learn(second);
        desk.request(first);
        desk.request(second);

        // Behind the back of the desk, which would grant at once.
        assertThat(pool.query("update surface set max_concurrent = 2 where path = '%s'".formatted(surface))
                        .execute()
                        .await()
                        .indefinitely()
                        .rowCount())
                .isEqualTo(1);

        show(second).body("status", equalTo("QUEUED")).body("lease", nullValue());
        list("surface=" + surface + "&status=QUEUED").body("items", hasSize(1)).body("items[0].lease", nullValue());
    }

    @Test
    void an_experiment_that_never_asked_has_no_admission() {
        desk.learn(first);

        show(first, 404).body("type", endsWith("/not-found"));
        Asking.operator().delete("/api/v1/admissions/" + first.key()).then().statusCode(404);
    }

    private ExperimentFixture experiment(String name) {
        return anExperiment(name + "-" + UUID.randomUUID()).on(surface);
    }

    private static ValidatableResponse request(RequestSpecification asking, String experiment) {
        return asking.body(Map.of("experiment", experiment))
                .post("/api/v1/admissions")
                .then();
    }

    private static ValidatableResponse approve(RequestSpecification asking, Experiment experiment) {
        return asking.post("/api/v1/admissions/" + experiment.key() + "/approvals")
                .then();
    }

    private static ValidatableResponse show(Experiment experiment) {
        return show(experiment, 200);
    }

    private static ValidatableResponse show(Experiment experiment, int status) {
        return Asking.viewer()
                .get("/api/v1/admissions/" + experiment.key())
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse list(String query) {
        return Asking.viewer().get("/api/v1/admissions?" + query).then().statusCode(200);
    }
}
