package org.exops.window.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.exops.kit.testing.TestServers;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A figure, not a test: {@code mvn -pl window-scheduler test -Dtest=GrantRate} prints how many grants 32 writers get a second, each
 * followed by its release, on one surface and on 32.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class GrantRate {
    private static final Logger LOG = Logger.getLogger(GrantRate.class);
    private static final int WRITERS = 32;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 40;

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    @Test
    void on_one_surface() throws Exception {
        String surface = "rate-" + UUID.randomUUID() + "/agent";
        desk.limit(surface, WRITERS, 1);
        measure("one surface", writer -> surface);
    }

    @Test
    void on_a_surface_for_each_writer() throws Exception {
        String run = UUID.randomUUID().toString();
        measure(WRITERS + " surfaces", writer -> "rate-" + run + "-" + writer + "/agent");
    }

    private void measure(String what, IntFunction<String> surface) throws Exception {
        List<Experiment> experiments = IntStream.range(0, WRITERS)
                .mapToObj(writer -> desk.learn(anExperiment("rate-" + UUID.randomUUID())
                        .on(surface.apply(writer))
                        .build()))
                .toList();
        double bare = bareTransactions();
        var warm = race(experiments, WARM_UP);
        long start = System.nanoTime();
        List<Long> nanos = race(experiments, ROUNDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> sorted = nanos.stream().sorted().toList();
        LOG.infof(
                "%d writers on %s: %.0f grants/s, each released after, so %.2f of the rate of %.0f bare transactions/s; a grant takes"
                        + " p50 %.1f ms, p99 %.1f ms (warm-up %d)",
                WRITERS,
                what,
                nanos.size() / seconds,
                2 * nanos.size() / seconds / bare,
                bare,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                warm.size());
    }

    // What the same pool does at the same time of day: begin, one small statement, commit.
    private double bareTransactions() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        var unused = pool.withTransaction(connection ->
                                        connection.query("select 1").execute())
                                .await()
                                .indefinitely();
                    }
                }));
            }
            for (Future<?> writer : running) {
                var unused = writer.get();
            }
            return WRITERS * ROUNDS / ((System.nanoTime() - start) / 1e9);
        } finally {
            writers.shutdownNow();
        }
    }

    private List<Long> race(List<Experiment> experiments, int rounds) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Experiment experiment : experiments) {
                running.add(writers.submit(() -> grants(experiment, rounds)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> writer : running) {
                nanos.addAll(writer.get());
            }
            return nanos;
        } finally {
            writers.shutdownNow();
        }
    }

    private List<Long> grants(Experiment experiment, int rounds) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            AdmissionStatus status = desk.request(experiment).admission().status();
            nanos.add(System.nanoTime() - start);
            assertThat(status).isEqualTo(AdmissionStatus.GRANTED);
            desk.release(experiment);
        }
        return nanos;
    }
}
