package org.exops.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.exops.kit.transaction.Transactions;
import org.junit.jupiter.api.Test;

/** One upload per (experiment, variant, runId), by whatever name the experiment went. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
@SuppressWarnings("NullAway.Init") // injected
class RunIdentitiesTest {
    private static final String ONE_CASE = "{\"caseId\": \"c\", \"metrics\": {\"task_success\": 1}}";

    @Inject
    Pool pool;

    @Inject
    EvalRuns runs;

    @Inject
    Transactions transactions;

    @Inject
    TimeOrderedIds ids;

    @Inject
    Clock clock;

    @Test
    void a_run_parked_by_id_takes_the_name_that_an_abandoned_upload_has_by_key() {
        // Given
        Experiments experiment = Experiments.anExperiment();
        EvalRun abandoned = open(aRun(experiment.key(), "A"));
        String parked = park(
                Tokens.of("ci").team("support").roles("ingestor"),
                experiment.id().toString(),
                "r");

        // When
        assertThat(experiment.told()).isNotNull();

        // Then
        awaitStatus(parked, "COMMITTED");
        assertThat(acknowledge(abandoned)).isFalse();
    }

    @Test
    void an_upload_of_which_another_took_a_variant_is_not_acknowledged() {
        // Given
        String experiment = Experiments.anExperiment().key();
        EvalRun both = open(aRun(experiment, "A", "B"));
        EvalRun one = open(aRun(experiment, "B"));

        // When / Then
        assertThat(acknowledge(both)).isFalse();
        assertThat(acknowledge(one)).isTrue();
    }

    @Test
    void an_upload_of_which_another_took_a_variant_is_not_committed() {
        // Given
        String experiment = Experiments.anExperiment().key();
        EvalRun both = open(aRun(experiment, "A", "B"));
        EvalRun one = open(aRun(experiment, "B"));

        // When
        for (EvalRun run : List.of(both, one)) {
            transactions
                    .inTransaction(connection -> runs.commit(connection, run))
                    .await()
                    .indefinitely();
        }

        // Then
        assertThat(committed()).contains(one.run()).doesNotContain(both.run());
    }

    @Test
    void there_may_be_nothing_to_count_when_the_lock_comes_late() {
        assertThat(transactions
                        .inTransaction(connection -> runs.countable(connection, UUID.randomUUID()))
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Test
    void a_run_without_a_name_is_the_same_whether_id_or_key_named_its_experiment() {
        // Given
        Experiments experiment = Experiments.anExperiment();

        // When
        List<String> runIds = Stream.of(experiment.id().toString(), experiment.key())
                .map(RunIdentitiesTest::importOf)
                .toList();

        // Then
        assertThat(Set.copyOf(runIds)).hasSize(1);
    }

    @Test
    void what_is_parked_may_be_sent_again_when_the_parking_is_full() {
        // Given
        Tokens team = Tokens.of("ci").team("team-" + UUID.randomUUID()).roles("ingestor");
        String experiment = Experiments.anExperiment().key();
        List<String> cases = IntStream.range(0, 2_500)
                .mapToObj(number -> "{\"caseId\": \"case-%05d\", \"metrics\": {\"task_success\": 1}}".formatted(number))
                .toList();
        String first = sendLines(team, header(experiment, "A", "r"), cases)
                .statusCode(202)
                .extract()
                .path("id");

        // When / Then
        sendLines(team, header(experiment, "A", "other"), cases).statusCode(429);
        sendLines(team, header(experiment, "A", "r"), cases).statusCode(202).body("id", equalTo(first));
    }

    private static String importOf(String experiment) {
        return Objects.requireNonNull(as(ci()).queryParam("experiment", experiment)
                .queryParam("variant", "A")
                .body("""
                        {"promptIdx": 0, "testIdx": 0, "provider": {"id": "p"}, "success": true, "failureReason": 0, "score": 1}
                        """.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/eval-runs/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("runId"));
    }

    private static String park(Tokens who, String experiment, String runId) {
        return Objects.requireNonNull(sendLines(who, header(experiment, "A", runId), List.of(ONE_CASE))
                .statusCode(202)
                .body("status", equalTo("PARKED"))
                .extract()
                .path("id"));
    }

    private EvalRun aRun(String experiment, String... variants) {
        UUID run = ids.next();
        return new EvalRun(
                run,
                experiment,
                new EvalRun.Sender("support", "ci", clock.instant()),
                new EvalRun.Content(
                        "r",
                        "sha256:" + run,
                        "exops-ndjson",
                        null,
                        "set@1",
                        true,
                        clock.instant(),
                        new EvalRun.Size(1, 1)),
                RunStatus.PARKED,
                Tally.EMPTY,
                Arrays.stream(variants)
                        .map(variant -> new EvalRun.VariantRun(variant, ids.next(), 1))
                        .toList());
    }

    private EvalRun open(EvalRun run) {
        assertThat(transactions
                        .inTransaction(connection -> runs.open(connection, run))
                        .await()
                        .indefinitely())
                .isEqualTo(run);
        return run;
    }

    private boolean acknowledge(EvalRun run) {
        return runs.acknowledge(run).await().indefinitely();
    }

    private List<UUID> committed() {
        return Awaitility.await()
                .until(
                        () -> {
                            List<UUID> found = new ArrayList<>();
                            pool.preparedQuery("select run from eval_run where committed and team = $1")
                                    .execute(Tuple.of("support"))
                                    .await()
                                    .indefinitely()
                                    .forEach(row -> found.add(row.getUUID(0)));
                            return found;
                        },
                        found -> !found.isEmpty());
    }
}
