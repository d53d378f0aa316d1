package org.exops.ingest.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.exops.events.v1.EventTypes;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.junit.jupiter.api.Test;

/** What is wrong with one experiment is its own. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
@SuppressWarnings("NullAway.Init") // injected
class StuckExperimentTest {
    private static final String ONE_CASE = "{\"caseId\": \"c\", \"metrics\": {\"task_success\": 1}}";

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    @Test
    void an_experiment_that_cannot_be_counted_or_published_holds_up_no_other() {
        // Given: sums and a snapshot that cannot be read
        Experiments stuck = Experiments.anExperiment().told();
        Experiments sound = Experiments.anExperiment().told();
        awaitKnown(stuck);
        awaitKnown(sound);
        UUID unpublishable = UUID.randomUUID();
        change("insert into evidence (experiment_id, totals) values ($1, $2)", stuck.id());
        change(
                "insert into evidence_snapshot (experiment_id, experiment, revision, snapshot) values ($1, 'x', 1, $2)",
                unpublishable);
        String ofStuck = send(stuck);
        double before = failures();
        Awaitility.await().until(() -> failures() > before);
        try (TopicReader topic = Events.readFromNow(EventTypes.EVIDENCE.topic())) {

            // When
            String ofSound = send(sound);

            // Then
            awaitStatus(ofSound, "COMMITTED");
            assertThat(topic.await(EventTypes.EVIDENCE, it -> it.experimentId().equals(sound.id())))
                    .isNotNull();
            awaitStatus(ofStuck, "RECEIVED");
        } finally {
            pool.query("delete from evidence_snapshot where experiment = 'x'")
                    .execute()
                    .chain(() -> pool.preparedQuery("delete from evidence where experiment_id = $1")
                            .execute(Tuple.of(stuck.id())))
                    .await()
                    .indefinitely();
        }
    }

    private double failures() {
        return metrics.counter("exops.evidence.failures").count();
    }

    private void change(String statement, UUID experimentId) {
        assertThat(pool.preparedQuery(statement)
                        .execute(Tuple.of(experimentId, Buffer.buffer(new byte[] {1})))
                        .await()
                        .indefinitely()
                        .rowCount())
                .isEqualTo(1);
    }

    private static String send(Experiments experiment) {
        return Objects.requireNonNull(sendLines(ci(), header(experiment.key(), "A", "r"), List.of(ONE_CASE))
                .statusCode(202)
                .extract()
                .path("id"));
    }
}
