package org.exops.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.alice;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.events.v1.CaseChunkReceived;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.RunCommitted;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
@SuppressWarnings("NullAway.Init") // injected
class ParkingTest {
    private static final Tokens HOARDER = Tokens.of("hoarder").team("hoarders").roles("ingestor");
    private static final String ONE_CASE = "{\"caseId\": \"c\", \"metrics\": {\"task_success\": 1}}";

    @Inject
    Pool pool;

    @Inject
    RawCases raw;

    @Inject
    EvalRuns runs;

    @Inject
    RunSweep sweep;

    @Inject
    TimeOrderedIds ids;

    @Inject
    Clock clock;

    @Test
    void a_team_may_park_only_so_much() {
        // Given
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 7_000; number++) {
            many.add("{\"caseId\": \"case-%d\", \"metrics\": {\"task_success\": 1}}".formatted(number));
        }

        // When / Then
        sendLines(HOARDER, header("nobody-knows-it", "A", "r"), many)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-requests"));
    }

    @Test
    void what_nobody_registers_in_time_is_rejected() {
        // Given
        String id = sendLines(HOARDER, header(Experiments.anExperiment().key(), "A", "r"), List.of(ONE_CASE))
                .statusCode(202)
                .body("status", equalTo("PARKED"))
                .extract()
                .path("id");

        // When
        assertThat(update(
                        "update eval_run set received_at = now() - interval '16 minutes' where run = $1",
                        UUID.fromString(id)))
                .isEqualTo(1);

        // Then
        awaitStatus(id, "REJECTED");
        as(alice())
                .get("/api/v1/eval-runs/" + id)
                .then()
                .body("rejected[0].code", equalTo("unknown-experiment"))
                .body("accepted", equalTo(0));
    }

    @Test
    void pieces_that_nobody_commits_are_dropped() {
        // Given
        UUID run = ids.next();
        Events.publish(EventTypes.CASE_CHUNK, "e", new CaseChunkReceived(run, "e", 0, List.of()));
        Awaitility.await().until(() -> count("evidence_chunk", run) == 1);

        // When
        assertThat(raw.dropUncommitted(clock.instant().minus(Duration.ofHours(1)))
                        .await()
                        .indefinitely())
                .isZero();
        assertThat(update("update upload set last_piece_at = now() - interval '2 hours' where run = $1", run))
                .isEqualTo(1);
        assertThat(raw.dropUncommitted(clock.instant().minus(Duration.ofHours(1)))
                        .await()
                        .indefinitely())
                .isEqualTo(1);

        // Then
        assertThat(count("evidence_chunk", run)).isZero();
    }

    @Test
    void an_upload_that_still_streams_keeps_its_oldest_pieces() {
        // Given
        UUID run = ids.next();
        Events.publish(EventTypes.CASE_CHUNK, "e", new CaseChunkReceived(run, "e", 0, List.of()));
        Awaitility.await().until(() -> count("evidence_chunk", run) == 1);
        assertThat(update("update upload set last_piece_at = now() - interval '2 hours' where run = $1", run))
                .isEqualTo(1);

        // When
        Events.publish(EventTypes.CASE_CHUNK, "e", new CaseChunkReceived(run, "e", 1, List.of()));
        Awaitility.await().until(() -> count("evidence_chunk", run) == 2);
        assertThat(raw.dropUncommitted(clock.instant().minus(Duration.ofHours(1)))
                        .await()
                        .indefinitely())
                .isZero();

        // Then
        assertThat(count("evidence_chunk", run)).isEqualTo(2);
    }

    @Test
    void a_run_whose_pieces_are_gone_when_its_commit_is_read_is_rejected_at_once() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        UUID run = ids.next();
        Events.publish(
                EventTypes.CASE_CHUNK, experiment.key(), new CaseChunkReceived(run, experiment.key(), 1, List.of()));

        // When
        Events.publish(EventTypes.RUN_COMMITTED, experiment.key(), committed(run, experiment, 2));

        // Then
        awaitStatus(run.toString(), "REJECTED");
        as(alice()).get("/api/v1/eval-runs/" + run).then().body("rejected[0].code", equalTo("incomplete"));
    }

    @Test
    void an_acknowledged_run_whose_commit_is_not_read_yet_outlives_the_time_of_parking() {
        // Given
        Experiments experiment = Experiments.anExperiment();
        UUID run = park(experiment);
        assertThat(update(
                        "update eval_run set committed = false, received_at = now() - interval '2 hours' where run = $1",
                        run))
                .isEqualTo(1);

        // When
        sweep.expire().await().indefinitely();

        // Then
        awaitStatus(run.toString(), "PARKED");
    }

    @Test
    void parked_evidence_whose_experiment_is_known_by_now_is_counted_however_late() {
        // Given
        Experiments experiment = Experiments.anExperiment();
        UUID run = park(experiment);
        assertThat(update("update eval_run set committed = false where run = $1", run))
                .isEqualTo(1);
        awaitKnown(experiment.told());

        // When: read in the same moment in which its time is up
        assertThat(pool.withTransaction(connection -> connection
                                .preparedQuery("update eval_run set committed = true,"
                                        + " received_at = now() - interval '2 hours' where run = $1")
                                .execute(Tuple.of(run))
                                .chain(() -> runs.unclaimed(connection, clock.instant()))
                                .chain(unclaimed -> runs.incomplete(connection, clock.instant())
                                        .map(incomplete -> List.of(unclaimed, incomplete))))
                        .await()
                        .indefinitely())
                .allSatisfy(late -> assertThat(late).extracting(EvalRun::run).doesNotContain(run));

        // Then
        awaitStatus(run.toString(), "COMMITTED");
    }

    @Test
    void a_piece_that_is_delivered_again_is_kept_once() {
        // Given
        UUID run = ids.next();

        // When
        for (int delivery = 0; delivery < 3; delivery++) {
            Events.publish(EventTypes.CASE_CHUNK, "e", new CaseChunkReceived(run, "e", 0, List.of()));
        }
        Events.publish(EventTypes.CASE_CHUNK, "e", new CaseChunkReceived(run, "e", 1, List.of()));

        // Then
        Awaitility.await().until(() -> count("evidence_chunk", run) == 2);
        assertThat(pool.preparedQuery("select chunks from upload where run = $1")
                        .execute(Tuple.of(run))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getInteger(0))
                .isEqualTo(2);
    }

    /** Sends a case, and waits until the commit was read. */
    private UUID park(Experiments experiment) {
        String id = sendLines(ci(), header(experiment.key(), "A", "r"), List.of(ONE_CASE))
                .statusCode(202)
                .body("status", equalTo("PARKED"))
                .extract()
                .path("id");
        UUID run = UUID.fromString(id);
        Awaitility.await().until(() -> count("eval_run where committed and", run) == 1);
        return run;
    }

    private RunCommitted committed(UUID run, Experiments experiment, int chunks) {
        return new RunCommitted(
                run,
                experiment.key(),
                "support",
                "ci",
                "r",
                "sha256:0",
                "exops-ndjson",
                null,
                "set@1",
                clock.instant(),
                clock.instant(),
                chunks,
                List.of(new RunCommitted.VariantRun("A", run, 1)));
    }

    private int update(String statement, UUID run) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(run))
                .await()
                .indefinitely()
                .rowCount();
    }

    private long count(String table, UUID run) {
        return pool.preparedQuery(
                        "select count(*) from " + table + (table.endsWith(" and") ? "" : " where") + " run = $1")
                .execute(Tuple.of(run))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
