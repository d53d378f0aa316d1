package org.exops.local.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL on 127.0.0.1 that can stop and start again on the same port and data; starts as root too. */
public final class PostgresServer implements AutoCloseable {
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
            Orphan.end(directory.resolve("data").resolve("postmaster.pid"));
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
        return DatabaseCreation.create(new Database(port, name, role, password));
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

    private static void admitClients(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), CLIENTS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write pg_hba.conf", e);
        }
    }
}
