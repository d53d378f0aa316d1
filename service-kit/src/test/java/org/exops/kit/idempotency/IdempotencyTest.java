package org.exops.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.exops.kit.problem.Doors;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class IdempotencyTest {
    private static final String FRONT = "{\"name\": \"front\", \"open\": true}";
    private static final String GARDEN = "{\"name\": \"garden\", \"open\": true}";

    @Inject
    Pool pool;

    @Inject
    IdempotencySweep sweep;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void open_the_gate() {
        Doors.open();
    }

    private static Response posting(String user, @Nullable String key, String body, String query) {
        var request = given().auth()
                .oauth2(Tokens.of(user).team("support").roles("experimenter").sign())
                .contentType("application/json")
                .body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/doors" + query);
    }

    @Test
    void without_a_key_every_request_is_done() {
        int before = Doors.built();

        posting("alice", null, FRONT, "").then().statusCode(201);
        posting("alice", null, FRONT, "").then().statusCode(201);

        assertThat(Doors.built()).isEqualTo(before + 2);
    }

    @Test
    void the_same_request_is_done_once_and_answered_the_same() {
        int before = Doors.built();

        Response first = posting("alice", key, FRONT, "");
        Response second = posting("alice", key, FRONT, "");

        assertThat(Doors.built()).isEqualTo(before + 1);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("\"number\"");
        for (String header : List.of("Location", "ETag", "Content-Type", "Cache-Control", "X-Content-Type-Options")) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
    }

    @Test
    void another_body_or_query_under_the_same_key_is_refused() {
        posting("alice", key, FRONT, "").then().statusCode(201);

        posting("alice", key, GARDEN, "")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/idempotency-key-reused"));
        posting("alice", key, FRONT, "?outcome=refused")
                .then()
                .statusCode(409)
                .body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void another_user_s_key_is_another_key() {
        posting("alice", key, FRONT, "").then().statusCode(201);

        posting("bob", key, GARDEN, "").then().statusCode(201);
    }

    @Test
    void a_request_under_way_is_not_done_twice() {
        int before = Doors.built();
        Doors.close();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> posting("alice", key, FRONT, ""));
        Awaitility.await().until(() -> Doors.built() == before + 1);

        posting("alice", key, FRONT, "")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", endsWith("/idempotency-key-in-use"));

        Doors.open();
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(posting("alice", key, FRONT, "").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(Doors.built()).isEqualTo(before + 1);
    }

    @Test
    void of_many_at_once_one_is_done() {
        int before = Doors.built();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> posting("alice", key, FRONT, "").statusCode(), threads))
                    .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .contains(201)
                    .isSubsetOf(201, 409);
        } finally {
            threads.shutdown();
        }
        assertThat(Doors.built()).isEqualTo(before + 1);
    }

    @Test
    void a_refusal_is_an_answer_too() {
        String first = posting("alice", key, FRONT, "?outcome=refused")
                .then()
                .statusCode(409)
                .extract()
                .asString();

        posting("alice", key, FRONT, "?outcome=refused")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void a_refusal_by_its_shape_is_an_answer_too() {
        posting("alice", key, "{", "").then().statusCode(400);

        posting("alice", key, "{", "").then().statusCode(400).header("Idempotency-Replayed", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "later"})
    void what_may_succeed_later_is_tried_again(String outcome) {
        int before = Doors.built();

        Response first = posting("alice", key, FRONT, "?outcome=" + outcome);
        Response second = posting("alice", key, FRONT, "?outcome=" + outcome);

        assertThat(first.statusCode()).isEqualTo(second.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(Doors.built()).isEqualTo(before + 2);
    }

    @Test
    void a_reservation_of_a_process_that_died_lapses() {
        Doors.close();
        int before = Doors.built();
        CompletableFuture<Response> lost = CompletableFuture.supplyAsync(() -> posting("alice", key, FRONT, ""));
        Awaitility.await().until(() -> Doors.built() == before + 1);

        // A minute later.
        update("update idempotency_key set reserved_until = reserved_until - interval '61 s' where status is null");
        Doors.openForNew();
        Response second = posting("alice", key, FRONT, "");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        // The first comes to its end after all: its answer must not take the place of its successor's.
        Doors.open();
        assertThat(lost.join().statusCode()).isEqualTo(201);
        assertThat(posting("alice", key, FRONT, "").asString()).isEqualTo(second.asString());
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        posting("alice", key, FRONT, "").then().statusCode(201);

        update("update idempotency_key set expires_at = expires_at - interval '24 hours 1 s'");

        posting("alice", key, GARDEN, "").then().statusCode(201).header("Idempotency-Replayed", equalTo(null));
    }

    @Test
    void the_sweep_deletes_what_has_expired_only() {
        posting("alice", key, FRONT, "").then().statusCode(201);
        update("update idempotency_key set expires_at = expires_at - interval '24 hours 1 s'");
        posting("alice", key + "-fresh", FRONT, "").then().statusCode(201);

        sweep.sweep().await().atMost(Duration.ofSeconds(10));

        assertThat(pool.query("select count(*) from idempotency_key")
                        .execute()
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .iterator()
                        .next()
                        .getLong(0))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ümlaut"})
    void a_key_that_is_none_is_refused(String none) {
        posting("alice", none, FRONT, "")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/Idempotency-Key"));
    }

    @Test
    void a_key_has_at_most_200_characters() {
        String longest = key + "x".repeat(200 - key.length());

        posting("alice", longest, FRONT, "").then().statusCode(201);
        posting("alice", longest + "x", FRONT, "").then().statusCode(400);
    }

    private void update(String sql) {
        assertThat(pool.preparedQuery(sql)
                        .execute(Tuple.tuple())
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .rowCount())
                .isPositive();
    }
}
