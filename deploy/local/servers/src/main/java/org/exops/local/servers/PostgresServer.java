package org.exops.local.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL on 127.0.0.1 that can stop and start again on the same port and data; starts as root too. */
public final class PostgresServer implements AutoCloseable {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** The superuser needs no password on this machine; the services do, so that none opens another's database. */
    private static final String CLIENTS = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final ServerSettings settings;
    private final ServerDirectory directory;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    /** Takes its directory; {@link #start()} starts it. */
    public PostgresServer(ServerSettings settings) {
        Logs.quiet();
        this.settings = settings;
        this.directory = ServerDirectory.take(settings.directory(), "postgres");
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
    }

    /** Starts, on the data of the last time if there is any. */
    public synchronized void start() {
        if (running == null) {
            endOrphan();
            Ports.requireFree(port, "PostgreSQL");
            try {
                running = launch();
            } catch (IOException | IllegalStateException e) {
                throw new IllegalStateException("PostgreSQL did not start, see " + log(), e);
            }
        }
    }

    /** Stops and keeps the data; open connections break. */
    public synchronized void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop, see " + log(), e);
            } finally {
                running = null;
            }
        }
    }

    @Override
    public void close() {
        stop();
        directory.close();
    }

    public int port() {
        return port;
    }

    /** What the server itself writes. */
    public Path log() {
        return directory.resolve("postgres.log");
    }

    /** Creates a database and the role that owns it, where they are missing; nobody else may connect to it. */
    public Database createDatabase(String name, String role, String password) {
        return createDatabase(port, name, role, password);
    }

    /** The same on a server that another process runs. */
    public static Database createDatabase(int port, String name, String role, String password) {
        requireIdentifier(name);
        requireIdentifier(role);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                execute(statement, "create role " + role + " login");
            }
            execute(statement, "alter role " + role + " password " + statement.enquoteLiteral(password));
            if (isMissing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                execute(statement, "create database " + name + " owner " + role);
            }
            execute(statement, "revoke all on database " + name + " from public");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name + " on port " + port, e);
        }
        return new Database(port, name, role, password);
    }

    private EmbeddedPostgres launch() throws IOException {
        String durable = settings.durable() ? "on" : "off";
        Redirect log = Redirect.appendTo(log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(PostgresServer::admitClients)
                .setPort(port)
                // The library turns durability off unless told otherwise.
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    /** A server whose launcher was killed still holds the data; the lock on the directory says that its launcher is gone. */
    private void endOrphan() {
        Path pidFile = directory.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            ProcessHandle orphan = ProcessHandle.of(pid)
                    .filter(it -> it.info().command().orElse("").endsWith("postgres"))
                    .orElse(null);
            if (orphan != null) {
                end(orphan);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static void end(ProcessHandle orphan) {
        try {
            if (orphan.destroy()) {
                orphan.onExit().get(5, TimeUnit.SECONDS);
            }
        } catch (TimeoutException clientsAreStillConnected) {
            // Its write-ahead log brings everything back.
            if (!orphan.destroyForcibly()) {
                throw new IllegalStateException("Cannot end the PostgreSQL with pid " + orphan.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot end the PostgreSQL with pid " + orphan.pid(), e);
        }
    }

    private static void admitClients(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), CLIENTS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write pg_hba.conf", e);
        }
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain lower-case identifier: " + name);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        boolean hasRows = statement.execute(sql);
        assert !hasRows;
    }
}
