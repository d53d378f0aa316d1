package org.exops.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.alice;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.exops.events.v1.ClusteredSums;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.junit.jupiter.api.Test;

/** From HTTP through Kafka and PostgreSQL to the published snapshot. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
class EvalRunPathTest {
    private static final int CASES = 60;

    @Test
    void two_arms_become_one_snapshot_with_exact_sums() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        try (TopicReader topic = Events.readFromNow(EventTypes.EVIDENCE.topic())) {

            // When
            String a = send(experiment, "A", "run-a", arm(0.75, 0.0625, 1000));
            String b = send(experiment, "B", "run-b", arm(1.0, 0.125, 2000));

            // Then
            EvidenceSnapshot snapshot =
                    topic.await(EventTypes.EVIDENCE, it -> it.experimentId().equals(experiment.id()) && runs(it) == 2);
            assertThat(snapshot.experiment()).isEqualTo(experiment.key());
            assertThat(snapshot.expectedCases()).isEqualTo(CASES);
            EvidenceSnapshot.Pair pair = snapshot.pairs().get(0);
            assertThat(pair.pairing()).isEqualTo(new EvidenceSnapshot.Pairing(CASES, 20, 0, 0));
            assertSums(pair.score(), CASES, 20, List.of(15.0, 3.75, 0.0));
            assertThat(pair.score().crossProducts().get(0)).isEqualTo(20 * 0.75 * 0.75);
            assertThat(pair.score().sizeSquares()).isEqualTo(180);
            assertSums(segment(pair, Map.of("language", "de")), 30, 10, List.of(7.5));
            EvidenceSnapshot.Arm control = snapshot.arms().get(0);
            assertThat(control.status()).isEqualTo(new EvidenceSnapshot.StatusCounts(CASES, 0, 0, 0));
            assertThat(control.metrics().get(0).all()).isEqualTo(new EvidenceSnapshot.Moments(CASES, 0.75, 0));
            assertThat(control.runs().runs())
                    .extracting(EvidenceSnapshot.RunReference::id)
                    .containsExactly(a);
            assertThat(control.latency().n()).isEqualTo(CASES);
            awaitStatus(b, "COMMITTED");
            as(alice())
                    .get("/api/v1/evidence/" + experiment.key())
                    .then()
                    .statusCode(200)
                    .body("runs", equalTo(2))
                    .body("paired[0].cases", equalTo(CASES))
                    .body("variants[0].metrics[0].mean", equalTo(0.75f))
                    .body("variants[1].latency.p50", equalTo("PT2S"));
        }
    }

    @Test
    void evidence_that_comes_before_its_experiment_is_parked_and_counted_when_it_is_registered() {
        // Given
        Experiments experiment = Experiments.anExperiment();
        String id = send(experiment, "A", "early", arm(1, 0.01, 100));
        awaitStatus(id, "PARKED");

        // When
        assertThat(experiment.told()).isNotNull();

        // Then
        awaitStatus(id, "COMMITTED");
        as(alice()).get("/api/v1/evidence/" + experiment.key()).then().body("variants[0].status.ok", equalTo(CASES));
    }

    @Test
    void parked_evidence_of_another_team_or_for_an_unknown_variant_is_rejected() {
        // Given
        Experiments others = Experiments.anExperiment().of("logistics");
        Experiments own = Experiments.anExperiment();
        String ofOthers = send(others, "A", "early", arm(1, 0.01, 100));
        String ofNobody = send(own, "Z", "early", arm(1, 0.01, 100));

        // When
        assertThat(others.told()).isNotNull();
        assertThat(own.told()).isNotNull();

        // Then
        awaitStatus(ofOthers, "REJECTED");
        awaitStatus(ofNobody, "REJECTED");
        as(alice()).get("/api/v1/eval-runs/" + ofOthers).then().body("rejected[0].code", equalTo("other-team"));
        as(alice()).get("/api/v1/eval-runs/" + ofNobody).then().body("rejected[0].code", equalTo("unknown-variant"));
    }

    @Test
    void a_file_that_is_cut_changes_nothing_and_may_be_sent_again_whole() throws IOException {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        byte[] whole = fixture();
        byte[] cut = Arrays.copyOf(whole, whole.length - 2000);

        // When
        as(ci()).queryParam("runId", "import-1")
                .body(cut)
                .post(imports(experiment))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("unreadable-file"))
                .body("detail", containsString("line "));

        // Then
        as(alice())
                .queryParam("experiment", experiment.key())
                .get("/api/v1/eval-runs")
                .then()
                .body("items", hasSize(0));
        String id = as(ci()).queryParam("runId", "import-1")
                .body(whole)
                .post(imports(experiment))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(6))
                .body("errors", equalTo(1))
                .body("failed", equalTo(1))
                .extract()
                .path("id");
        awaitStatus(id, "COMMITTED");
        as(alice())
                .get("/api/v1/evidence/" + experiment.key())
                .then()
                .body("runs", equalTo(2))
                .body("variants[1].status.error", equalTo(1))
                .body("paired[0].cases", equalTo(3))
                .body("variants[1].costPerCaseUsd.n", equalTo(2));
    }

    @Test
    void the_same_run_again_is_the_same_run_and_other_content_is_refused() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        String first = send(experiment, "A", "ci-1", arm(1, 0.01, 100));

        // When
        String again = send(experiment, "A", "ci-1", arm(1, 0.01, 100));

        // Then
        assertThat(again).isEqualTo(first);
        sendLines(ci(), header(experiment.key(), "A", "ci-1"), arm(0, 0.01, 100))
                .statusCode(409)
                .body("type", containsString("run-changed"));
        awaitStatus(first, "COMMITTED");
        as(alice()).get("/api/v1/evidence/" + experiment.key()).then().body("variants[0].status.ok", equalTo(CASES));
    }

    @Test
    void a_case_that_comes_twice_in_a_run_counts_once_and_in_another_run_is_a_repeat() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);

        // When
        String twice = send(experiment, "A", "one", List.of(simple("c", 1), simple("c", 0), simple("d", 1)));
        String repeat = send(experiment, "A", "two", List.of(simple("c", 0)));

        // Then
        awaitStatus(twice, "COMMITTED");
        awaitStatus(repeat, "COMMITTED");
        as(alice())
                .get("/api/v1/eval-runs/" + twice)
                .then()
                .body("accepted", equalTo(2))
                .body("rejected[0].code", equalTo("duplicate-observation"))
                .body("variants[0].cases", equalTo(2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as(alice())
                        .get("/api/v1/evidence/" + experiment.key())
                        .then()
                        .body("expectedCases", equalTo(2))
                        .body("variants[0].status.ok", equalTo(3))
                        .body("variants[0].metrics[0].n", equalTo(2))
                        .body("variants[0].metrics[0].mean", equalTo(0.75f)));
    }

    @Test
    void snapshots_grow_in_revision_and_the_last_of_a_burst_is_published() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        try (TopicReader topic = Events.readFromNow(EventTypes.EVIDENCE.topic())) {

            // When
            for (int run = 0; run < 8; run++) {
                assertThat(send(experiment, "A", "burst-" + run, List.of(simple("case-" + run, 1))))
                        .isNotNull();
            }

            // Then
            EvidenceSnapshot last =
                    topic.await(EventTypes.EVIDENCE, it -> it.experimentId().equals(experiment.id()) && runs(it) == 8);
            List<EvidenceSnapshot> all =
                    topic.payloads(EventTypes.EVIDENCE, experiment.id().toString());
            assertThat(all).extracting(EvidenceSnapshot::revision).isSorted().doesNotHaveDuplicates();
            assertThat(last.arms().get(0).status().ok()).isEqualTo(8);
        }
    }

    @Test
    void a_case_that_fits_into_no_piece_is_rejected() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        String metrics = IntStream.range(0, 60)
                .mapToObj(number -> "\"%s-%d\": 1".formatted("m".repeat(100), number))
                .collect(Collectors.joining(", "));

        // When / Then
        sendLines(
                        ci(),
                        header(experiment.key(), "A", "r"),
                        List.of("{\"caseId\": \"c\", \"metrics\": {%s}}".formatted(metrics), simple("d", 1)))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("case-too-large"));
    }

    private static long runs(EvidenceSnapshot snapshot) {
        return snapshot.arms().stream().mapToInt(arm -> arm.runs().count()).sum();
    }

    private static void assertSums(ClusteredSums actual, long n, long clusters, List<Double> sums) {
        assertThat(actual.n()).isEqualTo(n);
        assertThat(actual.clusters()).isEqualTo(clusters);
        assertThat(actual.sums()).isEqualTo(sums);
    }

    private static ClusteredSums segment(EvidenceSnapshot.Pair pair, Map<String, String> where) {
        return pair.metrics().stream()
                .filter(metric -> metric.segment().equals(where))
                .findFirst()
                .orElseThrow()
                .difference();
    }

    private static String send(Experiments experiment, String variant, String runId, List<String> cases) {
        return Objects.requireNonNull(sendLines(ci(), header(experiment.key(), variant, runId), cases)
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static List<String> arm(double success, double cost, long millis) {
        List<String> cases = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            cases.add("""
                    {"caseId": "case-%d", "cluster": "conversation-%d", "segment": {"language": "%s", "tenant": "acme"}, \
                    "metrics": {"task_success": %s, "groundedness": 0.5}, "costUsd": %s, "latency": "%s"}""".formatted(
                    number, number / 3, number / 3 % 2 == 0 ? "de" : "en", success, cost, Duration.ofMillis(millis)));
        }
        return cases;
    }

    private static String simple(String caseId, int success) {
        return "{\"caseId\": \"%s\", \"metrics\": {\"task_success\": %d}}".formatted(caseId, success);
    }

    private static String imports(Experiments experiment) {
        return "/api/v1/eval-runs/imports?experiment=" + experiment.key()
                + "&map=variant-A:A&map=variant-B:B&cluster=conversation";
    }

    private static byte[] fixture() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EvalRunPathTest.class.getResourceAsStream("/promptfoo/promptfoo-v3.json"))) {
            return in.readAllBytes();
        }
    }
}
