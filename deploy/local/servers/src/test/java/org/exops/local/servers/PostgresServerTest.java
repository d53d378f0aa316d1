package org.exops.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path directory;

    @Test
    void keeps_its_port_and_its_data_over_a_restart() throws SQLException {
        try (PostgresServer server = new PostgresServer(ServerSettings.in(directory))) {
            server.start();
            Database database = server.createDatabase("registry", "registry_service", "it's secret");
            execute(database, "create table seen (value text)");
            execute(database, "insert into seen values ('before')");
            assertThat(ask(database, "show server_version")).isEqualTo("18.3");

            server.stop();
            assertThatThrownBy(() -> ask(database, "select 1")).isInstanceOf(SQLException.class);
            server.start();

            assertThat(server.port()).isEqualTo(database.port());
            assertThat(ask(database, "select value from seen")).isEqualTo("before");
        }
    }

    @Test
    void finds_its_data_in_a_directory_that_an_earlier_server_left() throws SQLException {
        try (PostgresServer earlier = new PostgresServer(ServerSettings.in(directory))) {
            earlier.start();
            execute(earlier.createDatabase("registry", "registry", "secret"), "create table seen as select 7 as value");
        }
        try (PostgresServer later = new PostgresServer(ServerSettings.in(directory))) {
            later.start();
            Database database = later.createDatabase("registry", "registry", "secret");
            assertThat(ask(database, "select value from seen")).isEqualTo("7");
        }
    }

    @Test
    void is_durable_unless_told_otherwise() throws SQLException {
        try (PostgresServer server = new PostgresServer(ServerSettings.in(directory))) {
            server.start();
            Database database = server.createDatabase("registry", "registry", "secret");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
        try (PostgresServer server =
                new PostgresServer(ServerSettings.temporary().withoutDurability())) {
            server.start();
            assertThat(ask(server.createDatabase("registry", "registry", "secret"), "show fsync"))
                    .isEqualTo("off");
        }
    }

    @Test
    void lets_a_role_into_its_own_database_only() {
        try (PostgresServer server =
                new PostgresServer(ServerSettings.temporary().withoutDurability())) {
            server.start();
            Database registry = server.createDatabase("registry", "registry", "secret");
            Database scoring = server.createDatabase("scoring", "scoring", "other");

            assertThatThrownBy(() -> ask(new Database(server.port(), "scoring", "registry", "secret"), "select 1"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> ask(new Database(server.port(), "scoring", "scoring", "secret"), "select 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(registry.name()).isNotEqualTo(scoring.name());
        }
    }

    @Test
    void names_the_port_that_is_taken() {
        try (PostgresServer first =
                        new PostgresServer(ServerSettings.temporary().withoutDurability());
                PostgresServer second =
                        new PostgresServer(ServerSettings.temporary().onPort(first.port()))) {
            first.start();
            assertThatThrownBy(second::start).hasMessageContaining("Port " + first.port() + " is taken");
        }
    }

    @Test
    void takes_over_from_a_server_whose_launcher_was_killed() throws Exception {
        int port = Ports.free();
        Path log = directory.resolve("process.log");
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(directory.resolve("started")) || !launcher.isAlive());
        assertThat(directory.resolve("started")).as(Files.readString(log)).exists();
        Database left = new Database(port, "registry", "registry", "secret");
        execute(left, "create table seen as select 7 as value");

        launcher.destroyForcibly().waitFor();

        assertThat(ask(left, "select value from seen"))
                .as("the orphan still serves")
                .isEqualTo("7");
        try (PostgresServer successor =
                new PostgresServer(ServerSettings.in(directory).onPort(port))) {
            successor.start();
            assertThat(ask(left, "select value from seen")).isEqualTo("7");
        }
        assertThatThrownBy(() -> ask(left, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void refuses_a_directory_that_another_server_holds() {
        try (PostgresServer holder = new PostgresServer(ServerSettings.in(directory))) {
            assertThat(holder.log()).startsWithRaw(directory);
            assertThatThrownBy(() -> new PostgresServer(ServerSettings.in(directory)))
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void leaves_nothing_of_a_temporary_directory() {
        PostgresServer server = new PostgresServer(ServerSettings.temporary().withoutDurability());
        Path log = server.log();
        server.start();
        assertThat(log).exists();

        server.close();

        assertThat(Files.exists(log.getParent())).isFalse();
    }

    private static String ask(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
    }
}
