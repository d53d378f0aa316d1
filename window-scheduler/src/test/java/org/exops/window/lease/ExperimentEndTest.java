package org.exops.window.lease;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.exops.kit.testing.TestServers;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Reason;
import org.exops.window.lease.model.RiskTier;
import org.exops.window.lease.model.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an admission when its experiment changes in the very moment in which somebody asks. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExperimentEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    private final String root = "end-" + UUID.randomUUID();
    private final Experiment experiment =
            anExperiment("end-" + UUID.randomUUID()).on(root + "/agent").build();

    @BeforeEach
    void known() {
        desk.learn(experiment);
    }

    @Test
    void a_request_that_waits_at_the_lock_while_the_experiment_ends_is_denied() throws Exception {
        Standing standing = requestWhile("ending = 'DECIDED'");

        assertThat(standing.admission().status()).isEqualTo(AdmissionStatus.DENIED);
        assertThat(standing.admission().lease()).isNull();
        assertThat(standing.reasons()).extracting(Reason::code).containsExactly(Reason.Code.DECIDED);
    }

    @Test
    void a_request_that_waits_at_the_lock_while_the_tier_is_raised_is_judged_by_the_new_tier() throws Exception {
        Standing standing = requestWhile("tier = 'HIGH'");

        assertThat(standing.admission().status()).isEqualTo(AdmissionStatus.QUEUED);
        assertThat(standing.admission().experiment().terms().tier()).isEqualTo(RiskTier.HIGH);
        assertThat(standing.reasons()).extracting(Reason::code).containsExactly(Reason.Code.NO_WINDOW);
    }

    @Test
    void the_sweep_ends_what_an_ended_experiment_still_holds() {
        desk.request(experiment);

        change(pool, "ending = 'WITHDRAWN'");

        await().atMost(PATIENCE).until(this::storedStatus, "RELEASED"::equals);
        assertThat(desk.find(experiment).reasons()).extracting(Reason::code).containsExactly(Reason.Code.WITHDRAWN);
    }

    // The request has read the experiment and stands at the lock of its tree when the change is committed.
    private Standing requestWhile(String change) throws Exception {
        SqlConnection holder = pool.getConnection().await().atMost(PATIENCE);
        CompletableFuture<Standing> request;
        try {
            var begun = holder.begin().await().atMost(PATIENCE);
            long pid = number(run(
                    holder, "select pg_backend_pid() from surface_tree where root = '%s' for update".formatted(root)));
            request = CompletableFuture.supplyAsync(() -> desk.request(experiment));
            await().atMost(PATIENCE)
                    .until(
                            () -> number(run(
                                    pool,
                                    "select count(*) from pg_stat_activity where %d = any (pg_blocking_pids(pid))"
                                            .formatted(pid))),
                            waiting -> waiting == 1);
            change(holder, change);
            begun.commitAndAwait();
        } finally {
            holder.closeAndAwait();
        }
        return request.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void change(SqlClient client, String change) {
        RowSet<Row> changed = run(
                client,
                "update experiment set revision = revision + 1, %s where id = '%s'".formatted(change, experiment.id()));
        assertThat(changed.rowCount()).isEqualTo(1);
    }

    private String storedStatus() {
        return requireNonNull(
                run(pool, "select status from admission where experiment_id = '%s'".formatted(experiment.id()))
                        .iterator()
                        .next()
                        .getString(0));
    }

    private static long number(RowSet<Row> rows) {
        return requireNonNull(rows.iterator().next().getLong(0));
    }

    private static RowSet<Row> run(SqlClient client, String statement) {
        return client.query(statement).execute().await().atMost(PATIENCE);
    }
}
