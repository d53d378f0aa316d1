package org.exops.registry.experiment.http;

import static io.restassured.RestAssured.given;
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
import static org.exops.registry.Door.show;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.testing.TestServers;
import org.exops.registry.CanIgnoreReturnValue;
import org.exops.registry.Door;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExperimentResourceTest {
    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void a_whole_experiment_becomes_a_draft() {
        // Given
        String key = freshKey();
        // When, Then
        create(contract(key))
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", "\"1\"")
                .body("id", notNullValue())
                .body("key", equalTo(key))
                .body("team", equalTo("support"))
                .body("status", equalTo("DRAFT"))
                .body("revision", equalTo(1))
                .body("risk.tier", equalTo("HIGH"))
                .body("risk.reasons.code", hasItems("TARGET_PROMPT", "UNAPPROVED_SIDE_EFFECT"))
                .body("similarAttempts", hasSize(0))
                .body("people.creator", equalTo("alice"))
                .body("segments[3]", contains("language", "channel"))
                .body("metrics[0].range", contains(0.0f, 1.0f))
                .body("variants.digest", everyItem(startsWith("sha256:")))
                .body("variants[0].mcpServers[0].tools[0].approval", equalTo("NONE"));
    }

    @Test
    void what_is_left_out_has_its_default() {
        // Given
        ObjectNode small = contract(freshKey());
        small.remove(List.of("budget", "segments", "traffic", "run", "acknowledgedPriorAttempts"));
        ((ObjectNode) small.get("plan"))
                .remove(List.of(
                        "evidence",
                        "unit",
                        "evalSet",
                        "minimumDuration",
                        "maxControlAge",
                        "alpha",
                        "power",
                        "protectedSegments"));
        small.get("variants")
                .forEach(variant -> ((ObjectNode) variant)
                        .remove(List.of(
                                "workflow", "mcpServers", "toolScopes", "routing", "payload", "allowedPii", "model")));
        // When, Then
        create(small)
                .then()
                .statusCode(201)
                .body("risk.tier", equalTo("LOW"))
                .body("plan.evidence", equalTo("OFFLINE"))
                .body("plan.unit", equalTo("CASE"))
                .body("plan.minimumDuration", equalTo("PT0S"))
                .body("plan.maxControlAge", equalTo("PT168H"))
                .body("plan.alpha", equalTo(0.05f))
                .body("plan.power", equalTo(0.8f))
                .body("traffic.B", equalTo(0.5f))
                .body("run.priority", equalTo("NORMAL"))
                .body("run.drain", equalTo("PT10M"))
                .body("budget", nullValue());
    }

    @Test
    void a_protected_segment_may_be_written_short() {
        // Given
        ObjectNode experiment = contract(freshKey());
        ((ObjectNode) experiment.get("plan"))
                .withArray("protectedSegments")
                .removeAll()
                .addObject()
                .put("language", "de");
        // When, Then
        create(experiment)
                .then()
                .statusCode(201)
                .body("plan.protectedSegments[0].where.language", equalTo("de"))
                .body("plan.protectedSegments[0].margin", equalTo(0.01f))
                .body("plan.protectedSegments[0].minimumN", equalTo(200));
    }

    @Test
    void every_broken_rule_is_told_with_its_pointer() {
        // Given
        ObjectNode wrong = contract(freshKey());
        ((ObjectNode) wrong.get("business")).put("valuePerSuccessUsd", 0);
        ((ObjectNode) wrong.get("metrics").get(1)).remove("nonInferiorityMargin");
        // When, Then
        isProblem(create(wrong), ProblemType.INVALID_VALUE)
                .body(
                        "violations.pointer",
                        contains("/business/valuePerSuccessUsd", "/metrics/1/nonInferiorityMargin"));
    }

    @Test
    void what_is_missing_is_told_with_its_pointer() {
        // Given
        ObjectNode wrong = contract(freshKey());
        wrong.remove("hypothesis");
        ((ObjectNode) wrong.get("business")).remove("decisionOwner");
        // When, Then
        isProblem(create(wrong), ProblemType.INVALID_VALUE)
                .body("violations.pointer", contains("/business/decisionOwner", "/hypothesis"));
    }

    @Test
    void an_unknown_field_is_a_mistake() {
        isProblem(create(contract(freshKey()).put("hypotesis", "x")), ProblemType.INVALID_SHAPE)
                .body("violations.pointer", contains("/hypotesis"));
    }

    @Test
    void a_field_of_the_wrong_type_is_a_mistake() {
        // Given
        ObjectNode wrong = contract(freshKey());
        wrong.withArray("segments").add(7);
        // When, Then
        isProblem(create(wrong), ProblemType.INVALID_SHAPE);
    }

    @Test
    void a_key_is_taken_once() {
        // Given
        String key = aDraft();
        // When, Then
        isProblem(create(contract(key)), ProblemType.KEY_TAKEN);
    }

    @Test
    void the_same_idempotency_key_answers_the_same() {
        // Given
        String body = contract(freshKey()).toString();
        String idempotencyKey = freshKey();
        // When
        String first = asAlice()
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post(EXPERIMENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Then
        asAlice()
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post(EXPERIMENTS)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void only_experimenters_create() {
        isProblem(
                as("vera", "support", "viewer")
                        .body(contract(freshKey()).toString())
                        .post(EXPERIMENTS),
                ProblemType.FORBIDDEN);
        isProblem(given().contentType("application/json").body("{}").post(EXPERIMENTS), ProblemType.UNAUTHORIZED);
    }

    @Test
    void is_found_by_id_and_by_key() {
        // Given
        String key = aDraft();
        String id = show(key).get("id").textValue();
        // When, Then
        assertThat(show(id)).isEqualTo(show(key));
        isProblem(asAlice().get(EXPERIMENTS + "/nowhere"), ProblemType.NOT_FOUND);
    }

    @Test
    void is_found_by_a_key_that_looks_like_an_id() {
        // Given
        String key = UUID.randomUUID().toString();
        create(contract(key)).then().statusCode(201);
        // When, Then
        assertThat(show(key).get("key").textValue()).isEqualTo(key);
        register(key).then().statusCode(200);
    }

    @Test
    void lists_are_narrowed_and_paged() {
        // Given
        String surface = "list/" + freshKey();
        List<String> keys = Stream.generate(Door::freshKey).limit(3).toList();
        keys.forEach(key -> create(contract(key).put("surface", surface)).then().statusCode(201));
        // When
        JsonNode first = page(surface, "limit=2");
        JsonNode second =
                page(surface, "limit=2&cursor=" + first.get("nextCursor").textValue());
        // Then
        assertThat(first.findValuesAsText("key")).containsExactly(keys.get(2), keys.get(1));
        assertThat(second.findValuesAsText("key")).containsExactly(keys.get(0));
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(page(surface, "status=RUNNING").get("items")).isEmpty();
        assertThat(page(surface, "status=DRAFT&team=support&target=PROMPT").get("items"))
                .hasSize(3);
        isProblem(asAlice().get(EXPERIMENTS + "?limit=0"), ProblemType.INVALID_VALUE);
        isProblem(asAlice().get(EXPERIMENTS + "?status=LOST"), ProblemType.INVALID_SHAPE);
    }

    private static JsonNode page(String surface, String query) {
        return asAlice().get(EXPERIMENTS + "?surface=" + surface + "&" + query).as(JsonNode.class);
    }

    @Test
    void a_draft_is_changed_by_who_has_read_it() {
        // Given
        String key = aDraft();
        String changed = contract(key).put("title", "Another title").toString();
        // When, Then
        isProblem(asAlice().body(changed).put(EXPERIMENTS + "/" + key), ProblemType.PRECONDITION_REQUIRED);
        asAlice()
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(EXPERIMENTS + "/" + key)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Another title"))
                .body("revision", equalTo(2));
        isProblem(asAlice().header("If-Match", "\"1\"").body(changed).put(EXPERIMENTS + "/" + key), ProblemType.STALE);
    }

    @Test
    void a_draft_keeps_its_key() {
        // Given
        String key = aDraft();
        // When, Then
        isProblem(
                        asAlice()
                                .header("If-Match", "*")
                                .body(contract("another-key").toString())
                                .put(EXPERIMENTS + "/" + key),
                        ProblemType.INVALID_VALUE)
                .body("violations.pointer", contains("/key"));
    }

    @Test
    void another_team_changes_nothing() {
        // Given
        String key = aDraft();
        // When, Then
        isProblem(
                as("bob", "billing", "experimenter")
                        .header("If-Match", "*")
                        .body(contract(key).toString())
                        .put(EXPERIMENTS + "/" + key),
                ProblemType.OTHER_TEAM);
        isProblem(
                as("bob", "billing", "experimenter")
                        .header("If-Match", "*")
                        .post(EXPERIMENTS + "/" + key + "/registration"),
                ProblemType.OTHER_TEAM);
    }

    @Test
    void of_two_who_change_at_once_one_wins_and_the_other_is_told() {
        // Given
        String key = aDraft();
        // When
        List<CompletableFuture<Integer>> writers = Stream.of("one", "two")
                .map(title -> CompletableFuture.supplyAsync(() -> asAlice()
                        .header("If-Match", "\"1\"")
                        .body(contract(key).put("title", title).toString())
                        .put(EXPERIMENTS + "/" + key)
                        .statusCode()))
                .toList();
        // Then
        assertThat(writers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        assertThat(show(key).get("revision").longValue()).isEqualTo(2);
    }

    @Test
    void the_same_variants_in_another_order_do_not_wait_for_each_other() {
        for (int round = 0; round < 5; round++) {
            // Given
            List<String> refs = Stream.generate(Door::freshKey).limit(10).toList();
            List<String> reversed = new ArrayList<>(refs);
            Collections.reverse(reversed);
            // When
            List<CompletableFuture<Integer>> authors = Stream.of(refs, reversed)
                    .map(order -> comparing(order).toString())
                    .map(body -> CompletableFuture.supplyAsync(
                            () -> asAlice().body(body).post(EXPERIMENTS).statusCode()))
                    .toList();
            // Then
            assertThat(authors.stream().map(CompletableFuture::join)).containsExactly(201, 201);
        }
    }

    private static ObjectNode comparing(List<String> refs) {
        ObjectNode experiment = contract(freshKey());
        experiment.remove("traffic");
        ArrayNode variants = experiment.putArray("variants");
        refs.forEach(ref -> variants.addObject()
                .put("name", "V" + variants.size())
                .put("role", variants.size() == 1 ? "CONTROL" : "TREATMENT")
                .putObject("prompt")
                .put("ref", ref));
        return experiment;
    }

    @Test
    void registration_locks() {
        // Given
        String key = aDraft();
        // When, Then
        register(key)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("REGISTERED"))
                .body("registration.planDigest", startsWith("sha256:"))
                .body("registration.strategy.name", equalTo("growth"))
                .body("registration.strategy.kappaCost", equalTo(0.5f))
                .body("registration.deadlineAt", notNullValue())
                .body("people.registrar", equalTo("alice"));
        isProblem(register(key), ProblemType.ILLEGAL_TRANSITION);
        isProblem(
                asAlice().header("If-Match", "*").body(contract(key).toString()).put(EXPERIMENTS + "/" + key),
                ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void registration_needs_the_revision_that_was_read() {
        // Given
        String key = aDraft();
        // When, Then
        isProblem(asAlice().post(EXPERIMENTS + "/" + key + "/registration"), ProblemType.PRECONDITION_REQUIRED);
        isProblem(
                asAlice().header("If-Match", "\"9\"").post(EXPERIMENTS + "/" + key + "/registration"),
                ProblemType.STALE);
        isProblem(register("nowhere"), ProblemType.NOT_FOUND);
    }

    @Test
    void registration_needs_a_strategy_that_is_published() {
        // Given
        String key = freshKey();
        create(contract(key).put("strategy", "hope")).then().statusCode(201);
        // When, Then
        isProblem(register(key), ProblemType.UNKNOWN_STRATEGY).body("violations.pointer", contains("/strategy"));
    }

    @Test
    void two_plans_have_two_digests() {
        assertThat(aRegistered().at("/registration/planDigest"))
                .isNotEqualTo(aRegistered().at("/registration/planDigest"));
    }

    @Test
    void a_revision_needs_an_end_and_is_linked_both_ways() {
        // Given
        String old = aDraft();
        register(old).then().statusCode(200);
        String next = freshKey();
        create(contract(next).put("revises", old)).then().statusCode(201);
        // When, Then
        isProblem(register(next), ProblemType.ILLEGAL_TRANSITION);
        withdraw(old).then().statusCode(200);
        register(next).then().statusCode(200).body("revises", equalTo(old));
        assertThat(show(old).get("revisedBy").get(0).textValue()).isEqualTo(next);
    }

    @Test
    void a_revision_of_nothing_is_refused() {
        // Given
        String key = freshKey();
        create(contract(key).put("revises", "nowhere")).then().statusCode(201);
        // When, Then
        isProblem(register(key), ProblemType.INVALID_VALUE).body("violations.pointer", contains("/revises"));
    }

    private static Response withdraw(String key) {
        return asAlice().header("If-Match", "*").post(EXPERIMENTS + "/" + key + "/withdrawal");
    }

    @Test
    void a_draft_and_a_registered_experiment_are_withdrawn() {
        // Given
        String draft = aDraft();
        String registered = aRegistered().get("key").textValue();
        // When, Then
        withdraw(draft).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        asAlice()
                .header("If-Match", "*")
                .body("{\"reason\": \"no longer wanted\"}")
                .post(EXPERIMENTS + "/" + registered + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        isProblem(withdraw(draft), ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void what_has_evidence_is_not_withdrawn() {
        // Given
        JsonNode experiment = aRegistered();
        Neighbours.judge(experiment, 1, Neighbours.recommending("CONTINUE"));
        // When, Then
        isProblem(withdraw(experiment.get("key").textValue()), ProblemType.ILLEGAL_TRANSITION);
    }

    @Test
    void an_empty_verdict_is_no_evidence() {
        // Given
        JsonNode experiment = aRegistered();
        Neighbours.judge(experiment, 1, Neighbours.withoutEvidence());
        // When, Then
        withdraw(experiment.get("key").textValue()).then().statusCode(200);
    }

    @Test
    void an_operator_raises_the_tier_and_nobody_lowers_it() {
        // Given
        ObjectNode low = contract(freshKey());
        low.get("variants").forEach(variant -> ((ObjectNode) variant).remove(List.of("workflow", "mcpServers")));
        String key = low.get("key").textValue();
        create(low).then().statusCode(201).body("risk.tier", equalTo("LOW"));
        // When, Then
        raise(key, "ELEVATED").then().statusCode(200).body("risk.tier", equalTo("ELEVATED"));
        isProblem(raise(key, "LOW"), ProblemType.INVALID_VALUE).body("violations.pointer", contains("/tier"));
        register(key)
                .then()
                .statusCode(200)
                .body("risk.tier", equalTo("ELEVATED"))
                .body("risk.reasons.code", hasItem("RAISED_BY_OPERATOR"));
        isProblem(
                asAlice().body("{\"tier\": \"HIGH\", \"reason\": \"x\"}").post(EXPERIMENTS + "/" + key + "/risk-tier"),
                ProblemType.FORBIDDEN);
    }

    @CanIgnoreReturnValue
    private static Response raise(String key, String tier) {
        return as("olga", "platform", "operator")
                .body("{\"tier\": \"" + tier + "\", \"reason\": \"a peak week\"}")
                .post(EXPERIMENTS + "/" + key + "/risk-tier");
    }

    @Test
    void history_says_who_did_what_and_why() {
        // Given
        String key = aDraft();
        register(key).then().statusCode(200);
        asAlice()
                .header("If-Match", "*")
                .body("{\"reason\": \"no longer wanted\"}")
                .post(EXPERIMENTS + "/" + key + "/withdrawal")
                .then()
                .statusCode(200);
        // When, Then
        asAlice()
                .get(EXPERIMENTS + "/" + key + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("CREATED", "REGISTERED", "WITHDRAWN"))
                .body("items.actor", everyItem(equalTo("alice")))
                .body("items.status", contains("DRAFT", "REGISTERED", "WITHDRAWN"))
                .body("items[2].reason", equalTo("no longer wanted"));
        isProblem(asAlice().get(EXPERIMENTS + "/nowhere/history"), ProblemType.NOT_FOUND);
    }

    @Test
    void a_digest_names_the_exact_configuration() {
        // Given
        JsonNode experiment = registered(contract(freshKey()));
        String digest = experiment.at("/variants/1/digest").textValue();
        // When, Then
        asAlice()
                .get("/api/v1/variants/" + digest)
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest))
                .body("prompt.ref", equalTo("git:prompts/refund.md@91be02"))
                .body("mcpServers[0].tools[1].approval", equalTo("HUMAN"));
        isProblem(asAlice().get("/api/v1/variants/sha256:0"), ProblemType.NOT_FOUND);
    }
}
