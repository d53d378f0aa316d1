package org.exops.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrphanGuardTest {

    @Test
    void a_child_dies_with_a_launcher_that_was_killed() throws IOException {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanGuardProbe.class.getName())
                .redirectErrorStream(true)
                .start();
        ProcessHandle child;
        try (BufferedReader said = launcher.inputReader()) {
            child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            launcher.destroyForcibly();

            await().atMost(Duration.ofSeconds(15)).until(() -> !child.isAlive());
        }
    }

    @Test
    void ends_what_was_adopted_and_spares_what_was_released() throws IOException {
        OrphanGuard guard = OrphanGuard.watch();
        Process kept = new ProcessBuilder("sleep", "600").start();
        Process given = new ProcessBuilder("sleep", "600").start();
        guard.adopt(kept.pid());
        guard.adopt(given.pid());
        guard.release(kept.pid());

        guard.close();

        await().atMost(Duration.ofSeconds(15)).until(() -> !given.isAlive());
        assertThat(kept.isAlive()).isTrue();
        assertThat(kept.destroyForcibly()).isNotNull();
    }

    @Test
    void kills_what_does_not_listen() throws IOException {
        OrphanGuard guard = OrphanGuard.watch();
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' INT TERM; echo deaf; while :; do sleep 1; done").start();
        try (BufferedReader said = deaf.inputReader()) {
            assertThat(said.readLine()).isEqualTo("deaf");
            guard.adopt(deaf.pid());

            guard.close();

            await().atMost(Duration.ofSeconds(15)).until(() -> !deaf.isAlive());
        }
    }
}
