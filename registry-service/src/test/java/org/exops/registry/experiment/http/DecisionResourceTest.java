package org.exops.registry.experiment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.Door.EXPERIMENTS;
import static org.exops.registry.Door.aDraft;
import static org.exops.registry.Door.aRegistered;
import static org.exops.registry.Door.as;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.create;
import static org.exops.registry.Door.freshKey;
import static org.exops.registry.Door.isProblem;
import static org.exops.registry.Door.register;
import static org.exops.registry.Door.registered;
import static org.exops.registry.Door.review;
import static org.exops.registry.Neighbours.blocked;
import static org.exops.registry.Neighbours.judge;
import static org.exops.registry.Neighbours.recommending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.exops.registry.CanIgnoreReturnValue;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DecisionResourceTest {
    private static final String OVERRIDE = ", \"override\": {\"justification\": \"the loss is a data fault\"}";

    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void the_owner_follows_the_verdict() {
        // Given
        JsonNode experiment = aRegistered();
        UUID verdict = judge(experiment, 1, recommending("ROLLOUT"));
        // When, Then
        decide(asAlice(), experiment, "ROLLOUT", verdict, "")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("status", equalTo("CONCLUDED"))
                .body("decision.decision", equalTo("ROLLOUT"))
                .body("decision.variant", equalTo("B"))
                .body("decision.decidedBy", equalTo("alice"))
                .body("decision.verdictId", equalTo(verdict.toString()));
        isProblem(decide(asAlice(), experiment, "ROLLBACK", verdict, ""), ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void nothing_is_decided_before_there_is_a_verdict() {
        isProblem(decide(asAlice(), aRegistered(), "ROLLBACK", UUID.randomUUID(), ""), ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void a_draft_is_not_decided_upon() {
        // Given
        String key = aDraft();
        // When, Then
        isProblem(
                asAlice()
                        .header("If-Match", "*")
                        .body(decision("ROLLBACK", UUID.randomUUID(), ""))
                        .post(EXPERIMENTS + "/" + key + "/decision"),
                ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void an_older_verdict_is_superseded() {
        // Given
        JsonNode experiment = aRegistered();
        UUID old = judge(experiment, 1, recommending("ROLLOUT"));
        UUID newest = judge(experiment, 2, recommending("ROLLBACK"));
        // When, Then
        isProblem(decide(asAlice(), experiment, "ROLLOUT", old, ""), ProblemType.VERDICT_SUPERSEDED)
                .body("verdictId", equalTo(newest.toString()));
    }

    @Test
    void a_late_lower_revision_changes_nothing() {
        // Given
        JsonNode experiment = aRegistered();
        UUID newest = judge(experiment, 5, recommending("ROLLBACK"));
        UUID unused = Neighbours.publishVerdict(experiment, 4, recommending("ROLLOUT"));
        // When: another experiment's verdict, sent later, was read
        judge(aRegistered(), 1, recommending("ROLLOUT"));
        // Then
        assertThat(review(experiment.get("key").textValue()).asString())
                .contains(newest.toString())
                .doesNotContain(unused.toString());
    }

    @Test
    void boldness_needs_an_override_by_a_second_person() {
        // Given
        JsonNode experiment = aRegistered();
        UUID verdict = judge(experiment, 1, recommending("ROLLBACK"));
        // When, Then
        isProblem(decide(asAlice(), experiment, "ROLLOUT", verdict, ""), ProblemType.OVERRIDE_REQUIRED);
        isProblem(decide(asAlice(), experiment, "ROLLOUT", verdict, OVERRIDE), ProblemType.FORBIDDEN);
        isProblem(
                decide(as("alice", "support", "experimenter", "approver"), experiment, "ROLLOUT", verdict, OVERRIDE),
                ProblemType.FOUR_EYES);
        decide(as("paula", "risk", "approver"), experiment, "ROLLOUT", verdict, OVERRIDE)
                .then()
                .statusCode(200)
                .body("decision.decidedBy", equalTo("paula"))
                .body("decision.override.justification", equalTo("the loss is a data fault"));
    }

    @Test
    void no_override_lifts_a_block() {
        // Given
        JsonNode experiment = aRegistered();
        UUID verdict = judge(experiment, 1, blocked());
        // When, Then
        isProblem(decide(asAlice(), experiment, "ROLLOUT", verdict, ""), ProblemType.BLOCKED);
        isProblem(
                decide(as("paula", "risk", "approver"), experiment, "ROLLOUT", verdict, OVERRIDE), ProblemType.BLOCKED);
        decide(asAlice(), experiment, "ROLLBACK", verdict, "").then().statusCode(200);
    }

    @Test
    void another_team_and_an_approver_without_override_do_not_decide() {
        // Given
        JsonNode experiment = aRegistered();
        UUID verdict = judge(experiment, 1, recommending("ROLLOUT"));
        // When, Then
        isProblem(
                decide(as("bob", "billing", "experimenter"), experiment, "ROLLBACK", verdict, ""),
                ProblemType.OTHER_TEAM);
        isProblem(decide(as("paula", "risk", "approver"), experiment, "ROLLBACK", verdict, ""), ProblemType.FORBIDDEN);
        isProblem(decide(as("vera", "support", "viewer"), experiment, "ROLLBACK", verdict, ""), ProblemType.FORBIDDEN);
    }

    @Test
    void a_decision_has_a_rationale_and_a_precondition() {
        // Given
        JsonNode experiment = aRegistered();
        String address = EXPERIMENTS + "/" + experiment.get("key").textValue() + "/decision";
        UUID verdict = judge(experiment, 1, recommending("ROLLOUT"));
        // When, Then
        isProblem(
                        asAlice()
                                .header("If-Match", "*")
                                .body("{\"decision\": \"ROLLOUT\", \"rationale\": \" \", \"verdictId\": \"" + verdict
                                        + "\"}")
                                .post(address),
                        ProblemType.INVALID_VALUE)
                .body("violations.pointer", contains("/rationale"));
        isProblem(asAlice().body(decision("ROLLOUT", verdict, "")).post(address), ProblemType.PRECONDITION_REQUIRED);
        isProblem(
                asAlice()
                        .header("If-Match", "\"1\"")
                        .body(decision("ROLLOUT", verdict, ""))
                        .post(address),
                ProblemType.STALE);
        isProblem(
                        asAlice()
                                .header("If-Match", "*")
                                .body(decision("ROLLOUT", verdict, ", \"variant\": \"Z\""))
                                .post(address),
                        ProblemType.INVALID_VALUE)
                .body("violations.pointer", contains("/variant"));
    }

    @Test
    void the_review_is_markdown_or_json_by_accept() {
        // Given
        JsonNode experiment = aRegistered();
        String key = experiment.get("key").textValue();
        UUID verdict = judge(experiment, 1, recommending("ROLLOUT"));
        decide(asAlice(), experiment, "ROLLOUT", verdict, ", \"lessons\": \"short is kind\", \"tags\": [\"tone\"]");
        // When, Then
        review(key)
                .then()
                .statusCode(200)
                .contentType(containsString("text/markdown"))
                .body(containsString("# Experiment Review\n- Hypothesis: "))
                .body(containsString("- Decision: Rollout of B, by alice"))
                .body(containsString("**overdue**"));
        asAlice()
                .accept("application/json")
                .get(EXPERIMENTS + "/" + key + "/review")
                .then()
                .statusCode(200)
                .body("concluded", equalTo(true))
                .body("sections.heading", hasItem("Evidence used"))
                .body("markdown", notNullValue());
        isProblem(review("nowhere"), ProblemType.NOT_FOUND);
    }

    @Test
    void a_review_stays_as_it_was_written() {
        // Given
        JsonNode experiment = aRegistered();
        String key = experiment.get("key").textValue();
        UUID verdict = judge(experiment, 1, recommending("ITERATE"));
        decide(asAlice(), experiment, "ITERATE", verdict, "").then().statusCode(200);
        String written = review(key).asString();
        // When a verdict comes late
        Neighbours.publishVerdict(experiment, 2, recommending("ROLLOUT"));
        judge(aRegistered(), 1, recommending("ROLLOUT"));
        // Then
        assertThat(review(key).asString()).isEqualTo(written);
    }

    @Test
    void a_failed_attempt_must_be_acknowledged() {
        // Given
        String hypothesis = "Customers forgive more when " + UUID.randomUUID() + " is said first";
        JsonNode failed = registered(contract(freshKey()).put("hypothesis", hypothesis));
        String key = failed.get("key").textValue();
        decide(asAlice(), failed, "ROLLBACK", judge(failed, 1, recommending("ROLLBACK")), "")
                .then()
                .statusCode(200);
        String again = freshKey();
        // When, Then
        create(contract(again).put("hypothesis", hypothesis.toUpperCase(java.util.Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("similarAttempts.experiment", contains(key))
                .body("similarAttempts[0].similarity", equalTo(1.0f));
        isProblem(register(again), ProblemType.PRIOR_ATTEMPT)
                .body("priorAttempts[0].experiment", equalTo(key))
                .body("priorAttempts[0].decision", equalTo("ROLLBACK"))
                .body("priorAttempts[0].why", containsString("equal hypothesis"));
        var acknowledged = contract(again).put("hypothesis", hypothesis);
        acknowledged.withArray("acknowledgedPriorAttempts").add(key);
        asAlice()
                .header("If-Match", "*")
                .body(acknowledged.toString())
                .put(EXPERIMENTS + "/" + again)
                .then()
                .statusCode(200);
        register(again).then().statusCode(200);
        String revision = freshKey();
        create(contract(revision).put("hypothesis", hypothesis).put("revises", key))
                .then()
                .statusCode(201);
        register(revision).then().statusCode(200);
    }

    @CanIgnoreReturnValue
    private static Response decide(
            RequestSpecification who, JsonNode experiment, String outcome, UUID verdict, String more) {
        return who.header("If-Match", "*")
                .body(decision(outcome, verdict, more))
                .post(EXPERIMENTS + "/" + experiment.get("key").textValue() + "/decision");
    }

    private static String decision(String outcome, UUID verdict, String more) {
        return "{\"decision\": \"%s\", \"rationale\": \"clear enough\", \"verdictId\": \"%s\"%s}"
                .formatted(outcome, verdict, more);
    }
}
