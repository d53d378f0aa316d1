package org.exops.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableTest {
    @TempDir
    Path target;

    @Test
    void there_is_none_before_the_module_is_built() {
        assertThat(Executable.in(target)).isEmpty();
        assertThat(Executable.in(target.resolve("missing"))).isEmpty();
    }

    @Test
    void runs_the_application_on_the_java_that_runs_us() throws IOException {
        Path jar = Files.createDirectories(target.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Files.createFile(jar);

        assertThat(Executable.in(target).orElseThrow().command())
                .startsWith(System.getProperty("java.home") + "/bin/java")
                .endsWith("-jar", jar.toString());
    }

    @Test
    void prefers_the_native_executable() throws IOException {
        Path jar = Files.createDirectories(target.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Files.createFile(jar);
        Path runner = Files.createFile(target.resolve("registry-service-1.0-runner"));
        assertThat(runner.toFile().setExecutable(true)).isTrue();

        assertThat(Executable.in(target).orElseThrow().command()).containsExactly(runner.toString());
    }
}
