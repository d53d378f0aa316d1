package org.exops.scoring.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exops.scoring.Calls.as;
import static org.exops.scoring.Calls.verdict;
import static org.exops.scoring.Calls.verdictAfter;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.exops.scoring.Neighbours;
import org.junit.jupiter.api.Test;

/** From snapshots on the topics to verdicts on the topic and at the door, through a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VerdictPathTest {
    @Inject
    Pool pool;

    @Test
    void evidence_becomes_a_verdict_on_the_topic_and_at_the_door_and_replays_to_the_same_bytes() {
        Neighbours story = new Neighbours().registers().brings(1, 2000, 0.05);

        Response answer = verdictAfter(story.key, 0);

        assertThat(answer.jsonPath().getString("status")).isEqualTo("SCORED");
        assertThat(answer.jsonPath().getString("recommendation")).isEqualTo("ROLLOUT");
        assertThat(answer.jsonPath().getString("variant")).isEqualTo("B");
        assertThat(answer.asString()).contains("\"lambdaCost\":0.00133333333333,");
        assertThat(answer.jsonPath().getList("gates.result")).containsOnly("NOT_OBSERVED");
        assertThat(answer.jsonPath().getInt("account.pairedCases")).isEqualTo(2000);
        try (TopicReader topic = Events.read(EventTypes.VERDICT.topic())) {
            VerdictSnapshot published =
                    topic.await(EventTypes.VERDICT, one -> one.experimentId().equals(story.id));
            assertThat(published.verdictId().toString())
                    .isEqualTo(answer.jsonPath().getString("verdictId"));
            assertThat(published.sensitivity()).isNotNull();
        }
        Response replay =
                as("viewer").post("/api/v1/verdicts/" + answer.jsonPath().getString("verdictId") + "/replay");
        assertThat(replay.jsonPath().getBoolean("identical")).isTrue();
        assertThat(replay.jsonPath().getBoolean("intact")).isTrue();
        assertThat(replay.jsonPath().getList("differences")).isEmpty();
        assertThat(verdict(story.id.toString()).jsonPath().getString("verdictId"))
                .isEqualTo(answer.jsonPath().getString("verdictId"));
    }

    @Test
    void a_repeated_or_lower_revision_makes_no_other_verdict() {
        Neighbours story = new Neighbours().registers().brings(2, 1000, 0.02);
        long first = verdictAfter(story.key, 0).jsonPath().getLong("revision");

        story.brings(2, 1000, 0.02).brings(1, 500, -0.5);
        // The partition is read in order: once the next revision is judged, those before it have been read.
        Response next = verdictAfter(story.brings(3, 1500, 0.02).key, first);

        assertThat(next.jsonPath().getLong("revision")).isEqualTo(first + 1);
        assertThat(next.jsonPath().getLong("evidenceRevision")).isEqualTo(3);
    }

    @Test
    void a_look_that_comes_too_soon_is_made_up_for() {
        Neighbours story = new Neighbours().registers();

        story.brings(1, 500, 0.02).brings(2, 1000, 0.02).brings(3, 1500, 0.02);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> verdictRevision(story) == 3);
        List<String> times = as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/history")
                .jsonPath()
                .getList("items.computedAt");
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(Instant.parse(times.get(i)), Instant.parse(times.get(i - 1))))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void evidence_may_come_before_its_experiment() {
        Neighbours story = new Neighbours().brings(1, 1000, 0.02);

        Response answer = verdictAfter(story.registers().key, 0);

        assertThat(answer.jsonPath().getString("status")).isEqualTo("SCORED");
    }

    @Test
    void the_deadline_makes_a_verdict_without_evidence() {
        Neighbours story = new Neighbours().registersUntil(Instant.now().plusSeconds(2));

        Response answer = verdictAfter(story.key, 0);

        assertThat(answer.jsonPath().getString("recommendation")).isEqualTo("ITERATE");
        assertThat(answer.jsonPath().getList("reasons.code")).contains("ARM_MISSING");
        assertThat(answer.jsonPath().getLong("evidenceRevision")).isZero();
    }

    @Test
    void nothing_is_judged_after_the_decision() {
        Neighbours story = new Neighbours().registers().brings(1, 1000, 0.02);
        long revision = verdictAfter(story.key, 0).jsonPath().getLong("revision");

        story.concludes();
        awaitStatus(story.id, "CONCLUDED");
        story.brings(2, 2000, 0.05);
        awaitEvidence(story.id, 2);

        assertThat(verdict(story.key).jsonPath().getLong("revision")).isEqualTo(revision);
    }

    @Test
    void experiments_on_one_surface_are_named_as_interference() {
        String surface = "support/" + UUID.randomUUID();
        Neighbours other = new Neighbours().registers().isAdmitted(1, surface);
        Neighbours story = new Neighbours().registers().isAdmitted(1, surface).brings(1, 1000, 0.02);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            story.brings(1 + verdictRevision(story), 1000, 0.02);
            assertThat(verdict(story.key).jsonPath().<String>getList("interference.experiment"))
                    .containsExactly(other.key);
        });
    }

    @Test
    void the_ledger_is_chained_and_refuses_every_change() {
        Neighbours story = new Neighbours().registers().brings(1, 1000, 0.02);
        long first = verdictAfter(story.key, 0).jsonPath().getLong("revision");
        verdictAfter(story.brings(2, 1500, 0.02).key, first);

        List<Map<String, Object>> history = as("viewer")
                .get("/api/v1/verdicts/" + story.key + "/history")
                .jsonPath()
                .getList("items");

        assertThat(history).hasSizeGreaterThanOrEqualTo(2);
        assertThat(history.get(0).get("previousHash")).isEqualTo(history.get(1).get("hash"));
        for (String change : List.of(
                "update verdict set body = '{}' where experiment_id = $1",
                "delete from verdict where experiment_id = $1")) {
            assertThatThrownBy(() -> pool.preparedQuery(change)
                            .execute(Tuple.of(story.id))
                            .await()
                            .indefinitely())
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(
                        () -> pool.query("truncate verdict").execute().await().indefinitely())
                .hasMessageContaining("append-only");
    }

    @Test
    void a_snapshot_that_cannot_be_judged_goes_to_the_dead_letters_and_blocks_nobody() {
        Neighbours story = new Neighbours().registers();
        byte[] poison = "{\"experimentId\":\"%s\",\"revision\":1,\"arms\":7}"
                .formatted(story.id)
                .getBytes(StandardCharsets.UTF_8);

        Events.publish(
                EventTypes.EVIDENCE.topic(),
                story.id.toString(),
                Events.headers(EventTypes.EVIDENCE.type(), story.id.toString(), UUID.randomUUID()),
                poison);
        Response answer = verdictAfter(story.brings(2, 1000, 0.02).key, 0);

        assertThat(answer.jsonPath().getLong("evidenceRevision")).isEqualTo(2);
        try (TopicReader dead = Events.read(EventTypes.EVIDENCE.deadLetterTopic())) {
            assertThat(dead.awaitRecord(record -> story.id.toString().equals(record.key()))
                            .value())
                    .isEqualTo(poison);
        }
    }

    @Test
    void a_look_that_cannot_be_taken_is_put_off_longer_and_longer_and_does_not_keep_others_waiting() {
        Neighbours story = new Neighbours().registers().brings(1, 1000, 0.02);
        verdictAfter(story.key, 0);
        change(
                "update docket set evidence = '{\"arms\":7}', due_at = now() - interval '1 hour' where experiment_id = $1",
                story.id);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> docket(story.id).getInteger("failed_looks") >= 3);
        Instant due = docket(story.id).getOffsetDateTime("due_at").toInstant();
        // The third failure in a row waits eight seconds.
        assertThat(due).isAfter(Instant.now().plusSeconds(4));
        change("update docket set due_at = null where experiment_id = $1", story.id);
    }

    @Test
    void a_verdict_that_was_taken_out_of_the_ledger_is_missed_by_the_next() {
        Neighbours story = new Neighbours().registers().brings(1, 1000, 0.02);
        Response first = verdictAfter(story.key, 0);
        Response second =
                verdictAfter(story.brings(2, 1500, 0.02).key, first.jsonPath().getLong("revision"));
        String replay = "/api/v1/verdicts/" + second.jsonPath().getString("verdictId") + "/replay";
        assertThat(as("viewer").post(replay).jsonPath().getBoolean("intact")).isTrue();

        pool.withTransaction(connection -> connection
                        .query("alter table verdict disable trigger verdict_is_final")
                        .execute()
                        .chain(() -> connection
                                .preparedQuery("delete from verdict where experiment_id = $1 and revision < $2")
                                .execute(Tuple.of(story.id, second.jsonPath().getLong("revision"))))
                        .chain(() -> connection
                                .query("alter table verdict enable trigger verdict_is_final")
                                .execute()))
                .await()
                .indefinitely();

        assertThat(as("viewer").post(replay).jsonPath().getBoolean("identical")).isTrue();
        assertThat(as("viewer").post(replay).jsonPath().getBoolean("intact")).isFalse();
    }

    private void change(String statement, UUID experiment) {
        assertThat(pool.preparedQuery(statement)
                        .execute(Tuple.of(experiment))
                        .await()
                        .indefinitely()
                        .rowCount())
                .isEqualTo(1);
    }

    private static long verdictRevision(Neighbours story) {
        Response answer = verdict(story.key);
        return answer.statusCode() == 200 ? answer.jsonPath().getLong("evidenceRevision") : 0;
    }

    private void awaitStatus(UUID experiment, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> String.valueOf(docket(experiment).getString("experiment"))
                        .contains("\"status\":\"" + status + "\""));
    }

    private void awaitEvidence(UUID experiment, long revision) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> docket(experiment).getLong("evidence_revision") == revision);
    }

    private Row docket(UUID experiment) {
        return pool.preparedQuery("select * from docket where experiment_id = $1")
                .execute(Tuple.of(experiment))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
