package org.exops.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.exops.kit.testing.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real database does when it fails, and what the client is told. */
class FaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Databases databases;

    @BeforeAll
    static void start() {
        databases = Databases.fresh();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    private static ProblemException toldAfter(Pool pool, String sql) {
        Throwable failure =
                catchThrowable(() -> pool.query(sql).execute().await().atMost(PATIENCE));
        assertThat(failure).as("the failure of %s", sql).isNotNull();
        return Faults.refusalOf(failure);
    }

    private static Pool pool(PgConnectOptions server, PoolOptions options) {
        return PgBuilder.pool(
                builder -> builder.with(options).connectingTo(server).using(databases.vertx()));
    }

    @Test
    void a_database_that_is_down_is_unavailable() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Pool pool = pool(
                new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(nobody)
                        .setUser("x")
                        .setDatabase("x"),
                new PoolOptions());

        ProblemException told = toldAfter(pool, "select 1");

        assertThat(told.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(told.headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void a_database_that_ends_the_connection_is_unavailable() {
        assertThat(toldAfter(databases.pool(), "select pg_terminate_backend(pg_backend_pid())")
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void a_statement_that_runs_out_of_time_is_unavailable() {
        assertThat(toldAfter(databases.pool(), "set statement_timeout = 1; select pg_sleep(5)")
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void a_pool_without_a_free_connection_is_unavailable() {
        Pool narrow = pool(
                PgConnectOptions.fromUri(databases.jdbcUrl().substring("jdbc:".length()))
                        .setUser(databases.user())
                        .setPassword(databases.password()),
                new PoolOptions()
                        .setMaxSize(1)
                        .setConnectionTimeout(2_000)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
        var held = narrow.getConnection().await().atMost(PATIENCE);

        assertThat(toldAfter(narrow, "select 1").type()).isEqualTo(ProblemType.UNAVAILABLE);

        held.close().await().atMost(PATIENCE);
    }

    @Test
    void a_statement_that_is_wrong_is_our_fault_and_is_not_shown() {
        // Connections that another test killed may still stand in the pool.
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> databases
                                .pool()
                                .query("select 1")
                                .execute()
                                .await()
                                .atMost(PATIENCE)
                                .size()
                        == 1);

        ProblemException told = toldAfter(databases.pool(), "select secret from accounts");

        assertThat(told.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(told.detail()).doesNotContain("secret", "accounts");
        assertThat(told.extensions()).containsKey("errorId");
    }
}
