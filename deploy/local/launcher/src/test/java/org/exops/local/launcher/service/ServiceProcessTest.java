package org.exops.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    @TempDir
    Path logs;

    private final OrphanGuard guard = OrphanGuard.watch();

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void tells_how_a_child_died_with_the_end_of_its_log() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();

        ServiceProcess child = start("for i in $(seq 100); do echo \"line $i of $WHO\" >&2; done; exit 3");
        child.whenItDies(dead -> told.complete(dead.obituary()));

        assertThat(told.get(10, TimeUnit.SECONDS))
                .startsWith("registry-service died with exit code 3. The end of " + logs)
                .endsWith("line 99 of us\nline 100 of us")
                .doesNotContain("line 70 of us");
    }

    @Test
    void says_nothing_of_a_child_that_was_stopped() {
        CompletableFuture<String> told = new CompletableFuture<>();
        ServiceProcess child = start("sleep 600");
        child.whenItDies(dead -> told.complete(dead.name()));

        child.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(told).isNotDone();
    }

    private ServiceProcess start(String script) {
        return ServiceProcess.start(
                "registry-service",
                List.of("sh", "-c", script),
                Map.of("WHO", "us"),
                logs.resolve("registry-service.log"),
                guard);
    }
}
