package org.exops.local.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built form of a service: the native executable where there is one, else the JVM application. */
public record Executable(List<String> command) {
    // Small and quick to start rather than fast at its peak: six processes share one machine.
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            // Not the default, a part of the machine's memory: an idle service would fill it before it collects.
            "-Xms48m",
            "-Xmx256m",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar");

    public Executable {
        command = List.copyOf(command);
    }

    /** Finds it in the target folder of the module; empty when the module is not built. */
    public static Optional<Executable> in(Path target) {
        Path jar = target.resolve("quarkus-app").resolve("quarkus-run.jar");
        Optional<Executable> application = Files.exists(jar)
                ? Optional.of(new Executable(
                        Stream.concat(Stream.concat(Stream.of(java()), JVM.stream()), Stream.of(jar.toString()))
                                .toList()))
                : Optional.empty();
        return nativeRunner(target).or(() -> application);
    }

    private static Optional<Executable> nativeRunner(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .map(runner -> new Executable(List.of(runner.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + target, e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
