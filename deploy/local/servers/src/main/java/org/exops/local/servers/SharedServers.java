package org.exops.local.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.exops.events.v1.Topic;

/**
 * A process with one PostgreSQL and one Kafka for all tests of a build: says in a properties file where they are, and ends
 * when the build has ended.
 */
public final class SharedServers implements AutoCloseable {
    /** Key of the port of PostgreSQL in the properties file. */
    public static final String POSTGRES_PORT = "postgres.port";

    /** Key of Kafka's address in the properties file. */
    public static final String KAFKA_BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";

    /** Key of the pid of the process itself. */
    public static final String PID = "pid";

    private static final long LONGEST_BUILD_HOURS = 2;

    private final PostgresServer postgres =
            new PostgresServer(ServerSettings.temporary().withoutDurability());
    private final KafkaServer kafka = new KafkaServer(ServerSettings.temporary().withoutDurability());

    private SharedServers() {}

    /**
     * The process, to be started: it writes {@code file} once everything serves, and ends when the process with the given pid
     * has ended.
     *
     * @param classPath must hold this module with what it needs
     */
    public static ProcessBuilder process(String classPath, Path file, Path log, long pid) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        // Kafka 4.1 unmaps its files by Unsafe; from 23 on a JVM takes this option and complains without it.
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", classPath, SharedServers.class.getName(), file.toString(), Long.toString(pid)));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    /** Takes the properties file to write and the pid of the process to outlive by no more than a moment. */
    public static void main(String[] arguments) {
        try {
            serve(arguments);
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            // The broker's threads would keep the process alive.
            System.exit(1);
        }
    }

    private static void serve(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        ProcessHandle build = ProcessHandle.of(Long.parseLong(arguments[1]))
                .orElseThrow(() -> new IllegalArgumentException("No process with pid " + arguments[1]));
        SharedServers servers = new SharedServers();
        // Runs on every way out, a signal included.
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "servers-closer"));
        servers.start();
        servers.announce(file);
        try {
            awaitEnd(build);
        } finally {
            boolean deleted = Files.deleteIfExists(file);
            System.out.println(deleted ? "The build has ended" : "The build has ended, its files were cleaned away");
        }
        System.exit(0);
    }

    private void start() {
        CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::start);
        kafka.start();
        kafka.createTopics(Topic.ALL);
        database.join();
    }

    private void announce(Path file) throws IOException {
        Properties where = new Properties();
        where.setProperty(POSTGRES_PORT, Integer.toString(postgres.port()));
        where.setProperty(KAFKA_BOOTSTRAP_SERVERS, kafka.bootstrapServers());
        where.setProperty(PID, Long.toString(ProcessHandle.current().pid()));
        Path draft = Files.createTempFile(file.getParent(), "test-servers", ".draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            where.store(out, null);
        }
        // Whoever sees the file sees all of it.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void awaitEnd(ProcessHandle build) throws InterruptedException {
        try {
            build.onExit().get(LONGEST_BUILD_HOURS, TimeUnit.HOURS);
        } catch (TimeoutException forgotten) {
            System.err.println("The build runs for " + LONGEST_BUILD_HOURS + " hours; its servers end");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot watch the build", e);
        }
    }

    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
    }
}
