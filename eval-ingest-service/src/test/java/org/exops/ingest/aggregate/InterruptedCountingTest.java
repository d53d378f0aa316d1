package org.exops.ingest.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.Calls.alice;
import static org.exops.ingest.Calls.as;
import static org.exops.ingest.Calls.awaitKnown;
import static org.exops.ingest.Calls.awaitStatus;
import static org.exops.ingest.Calls.ci;
import static org.exops.ingest.Calls.header;
import static org.exops.ingest.Calls.sendLines;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exops.ingest.Experiments;
import org.exops.ingest.SmallPieces;
import org.exops.kit.testing.TestServers;
import org.exops.kit.transaction.Transactions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(SmallPieces.class)
@SuppressWarnings("NullAway.Init") // injected
class InterruptedCountingTest {
    private static final int CASES = 400;
    private static final int INTERRUPTIONS = 10;

    @Inject
    EvidenceCounter counter;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Test
    void a_piece_whose_counting_ends_half_way_is_counted_once() {
        // Given
        Experiments experiment = Experiments.anExperiment().told();
        awaitKnown(experiment);
        List<String> cases = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            cases.add("{\"caseId\": \"case-%d\", \"metrics\": {\"task_success\": 1}, \"costUsd\": 0.5}"
                    .formatted(number));
        }
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> interruptions = CompletableFuture.supplyAsync(() -> interrupt(done));

        // When
        String id = sendLines(ci(), header(experiment.key(), "A", "r"), cases)
                .statusCode(202)
                .extract()
                .path("id");
        awaitStatus(id, "COMMITTED");
        done.set(true);

        // Then
        assertThat(interruptions.join()).isPositive();
        as(alice())
                .get("/api/v1/evidence/" + experiment.key())
                .then()
                .body("expectedCases", equalTo(CASES))
                .body("variants[0].status.ok", equalTo(CASES))
                .body("variants[0].metrics[0].n", equalTo(CASES))
                .body("variants[0].costPerCaseUsd.n", equalTo(CASES))
                .body("variants[0].costPerCaseUsd.mean", equalTo(0.5f));
    }

    /** Counts beside the service, and loses its transaction every time after all was written. */
    private int interrupt(AtomicBoolean done) {
        int interrupted = 0;
        while (!done.get() && interrupted < INTERRUPTIONS) {
            boolean counted = transactions
                    .inTransaction(connection -> counter.countNext(connection, clock.instant(), new UUID[0])
                            .chain(found -> found
                                    ? Uni.createFrom().<Boolean>failure(new IllegalStateException("killed"))
                                    : Uni.createFrom().item(false)))
                    .onFailure(IllegalStateException.class)
                    .recoverWithItem(true)
                    .await()
                    .indefinitely();
            interrupted += counted ? 1 : 0;
        }
        return interrupted;
    }
}
