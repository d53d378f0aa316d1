package org.exops.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.FreePorts;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.service.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, with the real PostgreSQL and Kafka and with services that only listen. */
class LauncherIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path root;

    @TempDir
    Path state;

    private Ports ports = Ports.usual();

    @BeforeEach
    void build() throws IOException {
        ports = FreePorts.all();
        for (Service service : Service.values()) {
            Path runner = Files.createDirectories(root.resolve(service.module()).resolve("target"))
                    .resolve("fake-runner");
            Files.writeString(
                    runner,
                    "#!/bin/sh\nexec '%s/bin/java' -cp '%s' %s\n"
                            .formatted(
                                    System.getProperty("java.home"),
                                    Path.of("target/test-classes").toAbsolutePath(),
                                    FakeService.class.getName()));
            assertThat(runner.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void a_termination_signal_to_the_launcher_alone_stops_every_child() throws IOException {
        try (RunningLauncher launcher = ready()) {
            List<ProcessHandle> children = launcher.children(state);
            assertThat(children).hasSizeGreaterThanOrEqualTo(6);

            launcher.process().destroy();

            assertThat(launcher.awaitExit()).isEqualTo(143);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(ports.complaints()).isEmpty();
            assertThat(launcher.output()).doesNotContain("died");
        }
    }

    @Test
    void a_killed_launcher_leaves_no_orphan_and_the_next_start_goes_on() throws IOException {
        try (RunningLauncher launcher = ready()) {
            List<ProcessHandle> children = launcher.children(state);

            launcher.process().destroyForcibly();

            await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
        try (RunningLauncher again = ready()) {
            assertThat(again.output()).contains("PostgreSQL", "Kafka", "gateway");
        }
    }

    @Test
    void a_service_that_dies_is_reported_with_the_end_of_its_log_and_the_gateway_says_so() throws Exception {
        try (RunningLauncher launcher = ready()) {
            assertThat(status("/api/v1/verdicts/die")).isEqualTo(200);

            await().atMost(SOON)
                    .until(() -> launcher.output().contains("scoring-service died with exit code 9")
                            && launcher.output().contains("I was asked to die"));
            assertThat(status("/api/v1/verdicts/x")).isEqualTo(503);
            assertThat(status("/api/v1/experiments")).isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        try (ServerSocket taken = new ServerSocket(ports.of(Endpoint.INGEST), 1, InetAddress.getLoopbackAddress());
                RunningLauncher launcher = RunningLauncher.start(root, state, ports, "--no-demo")) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains("Port " + taken.getLocalPort() + " for eval-ingest-service is taken", "--ingest-port");
        }
    }

    @Test
    void a_service_that_cannot_start_ends_the_start_with_the_reason() throws IOException {
        Files.writeString(root.resolve("window-scheduler/target/fake-runner"), "#!/bin/sh\necho no luck\nexit 4\n");

        try (RunningLauncher launcher = RunningLauncher.start(root, state, ports, "--no-demo")) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains(
                            "window-scheduler died with exit code 4", "no luck", "Cannot start: window-scheduler died.")
                    .doesNotContain("Ready: ");
        }
    }

    private RunningLauncher ready() throws IOException {
        return RunningLauncher.start(root, state, ports, "--no-demo")
                .awaitLine("Ready: http://localhost:" + ports.of(Endpoint.GATEWAY));
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ports.url(Endpoint.GATEWAY) + path))
                                .build(),
                        BodyHandlers.discarding());
        return answer.statusCode();
    }
}
