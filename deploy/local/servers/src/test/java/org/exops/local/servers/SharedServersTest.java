package org.exops.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServersTest {
    @TempDir
    Path directory;

    @Test
    void serve_while_the_build_runs_and_end_with_it() throws Exception {
        Path file = directory.resolve("servers.properties");
        Path log = directory.resolve("servers.log");
        Process build = new ProcessBuilder("tail", "-f", "/dev/null").start();
        Process servers = SharedServers.process(System.getProperty("java.class.path"), file, log, build.pid())
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file) || !servers.isAlive());
            assertThat(file).as(Files.readString(log)).exists();
            Properties where = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                where.load(in);
            }
            int port = Integer.parseInt(where.getProperty(SharedServers.POSTGRES_PORT));
            assertThat(PostgresServer.createDatabase(port, "fresh", "fresh", "secret")
                            .port())
                    .isEqualTo(port);

            build.destroy();

            assertThat(servers.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(file).doesNotExist();
            // Nothing spams: one line says why it ended.
            assertThat(Files.readAllLines(log)).hasSizeLessThan(3);
        } finally {
            build.destroyForcibly();
            servers.destroyForcibly();
        }
    }
}
