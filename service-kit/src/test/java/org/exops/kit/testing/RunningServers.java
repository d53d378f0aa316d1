package org.exops.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.exops.local.servers.Database;
import org.exops.local.servers.PostgresServer;
import org.exops.local.servers.SharedServers;

/**
 * The PostgreSQL and the Kafka that all test JVMs of one build share; whoever asks first starts them, and they end with the build.
 *
 * @param kafka its bootstrap servers
 */
record RunningServers(int postgresPort, String kafka) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static synchronized RunningServers ofThisBuild() {
        long build = ProcessHandle.current()
                .parent()
                .map(ProcessHandle::pid)
                .orElseGet(() -> ProcessHandle.current().pid());
        try {
            Path target = Files.createDirectories(projectRoot().resolve("target"));
            Path file = target.resolve("test-servers-" + build + ".properties");
            if (!serves(file)) {
                startOnce(target, file, build);
            }
            Properties where = load(file);
            return new RunningServers(
                    Integer.parseInt(where.getProperty(SharedServers.POSTGRES_PORT)),
                    where.getProperty(SharedServers.KAFKA_BOOTSTRAP_SERVERS));
        } catch (IOException e) {
            throw new UncheckedIOException("No servers for the tests", e);
        }
    }

    /** A new, empty database with its own role. */
    Database createDatabase() {
        String name = DatabaseNames.next();
        return PostgresServer.createDatabase(postgresPort, name, name, "secret");
    }

    private static void startOnce(Path target, Path file, long build) throws IOException {
        // Other modules' test JVMs may want to start them at the same moment.
        try (FileChannel channel = FileChannel.open(
                        target.resolve("test-servers.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !serves(file)) {
                Files.deleteIfExists(file);
                Path log = target.resolve("test-servers-" + build + ".log");
                Process servers = SharedServers.process(System.getProperty("java.class.path"), file, log, build)
                        .start();
                Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(file) || !servers.isAlive());
                if (!Files.exists(file)) {
                    throw new IllegalStateException("The servers ended at once:\n" + Files.readString(log));
                }
            }
        }
    }

    /** A file may be left of a process that was killed, under a pid that another build has now. */
    private static boolean serves(Path file) throws IOException {
        return Files.exists(file)
                && ProcessHandle.of(Long.parseLong(load(file).getProperty(SharedServers.PID)))
                        .isPresent();
    }

    private static Properties load(Path file) throws IOException {
        Properties where = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            where.load(in);
        }
        return where;
    }

    /** The topmost folder that Maven calls the root of all modules. */
    private static Path projectRoot() {
        Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        for (Path it = start; it != null; it = it.getParent()) {
            if (Files.isDirectory(it.resolve(".mvn"))) {
                return it;
            }
        }
        return start;
    }
}
