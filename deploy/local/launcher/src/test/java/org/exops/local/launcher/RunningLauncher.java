package org.exops.local.launcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;

/** The launcher in a process of its own, as a person starts it. */
public final class RunningLauncher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final Path said;

    private RunningLauncher(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    public static RunningLauncher start(Path root, Path state, Ports ports, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dexops.root=" + root,
                "-jar",
                "target/local-launcher-1.0.0-SNAPSHOT.jar",
                "--state",
                state.toString()));
        for (Endpoint endpoint : Endpoint.values()) {
            command.addAll(List.of(endpoint.option(), Integer.toString(ports.of(endpoint))));
        }
        command.addAll(List.of(options));
        // A file and no pipe: ending a process closes its pipes, and with them what it said last.
        Path said = Files.createTempFile("launcher", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        return new RunningLauncher(builder.redirectOutput(said.toFile()).start(), said);
    }

    public RunningLauncher awaitLine(String line) {
        await("the line " + line)
                .atMost(PATIENCE)
                .until(() -> output().lines().anyMatch(line::equals) || !process.isAlive());
        if (output().lines().noneMatch(line::equals)) {
            throw new AssertionError("Ended without the line " + line + ":\n" + output());
        }
        return this;
    }

    String output() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** Everything that it started and that those started, PostgreSQL too. */
    List<ProcessHandle> children(Path state) {
        Stream<ProcessHandle> postgres = ProcessHandle.of(PostmasterFile.pid(state.resolve("postgres"))).stream();
        return Stream.concat(process.descendants(), postgres).distinct().toList();
    }

    int awaitExit() {
        await("the end of the launcher").atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        int unimportant = awaitExit();
        assert unimportant >= 0;
        try {
            Files.delete(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
