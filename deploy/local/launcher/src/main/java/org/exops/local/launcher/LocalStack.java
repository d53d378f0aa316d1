package org.exops.local.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.exops.events.v1.Topic;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.gateway.Gateway;
import org.exops.local.launcher.service.Executable;
import org.exops.local.launcher.service.OrphanGuard;
import org.exops.local.launcher.service.Readiness;
import org.exops.local.launcher.service.Service;
import org.exops.local.launcher.service.ServiceProcess;
import org.exops.local.launcher.service.Surroundings;
import org.exops.local.launcher.token.LocalTokens;
import org.exops.local.launcher.token.SigningKey;
import org.exops.local.servers.Database;
import org.exops.local.servers.KafkaServer;
import org.exops.local.servers.PostgresServer;
import org.exops.local.servers.ServerSettings;

/** PostgreSQL, Kafka, four services and the gateway on one machine: all of them, or a reason and none. */
final class LocalStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long POLL_MILLIS = 100;

    private final Path root;
    private final StartOptions options;
    private final Progress progress;
    private final Clock clock;
    private final StopSequence stops = new StopSequence();
    private final List<ServiceProcess> processes = new ArrayList<>();

    /** The root is the folder of the project, where the services were built. */
    LocalStack(Path root, StartOptions options, Progress progress, Clock clock) {
        this.root = root;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns when everything serves; after a {@link StartFailure} the caller closes what did start. */
    LocalTokens start() throws InterruptedException {
        StateFolder state = stops.add(StateFolder.take(options.state()));
        if (options.fresh()) {
            state.empty();
        }
        List<String> complaints = options.ports().complaints();
        if (!complaints.isEmpty()) {
            throw new StartFailure(String.join("\n", complaints));
        }
        Map<Service, Executable> executables = executables();
        LaunchLog.to(state.logs().resolve("launcher.log"));
        SigningKey key = SigningKey.in(state.root());
        OrphanGuard guard = stops.add(OrphanGuard.watch());
        Map<Service, Database> databases = startServers(state, guard);
        startServices(executables, new Surroundings(options.ports(), databases, key.publicKey(), state.logs()), guard);
        stops.remember(Gateway.open(options.ports()));
        awaitReady();
        progress.up(Endpoint.GATEWAY.title(), options.ports().url(Endpoint.GATEWAY));
        return new LocalTokens(key, clock);
    }

    /** Stops everything, in the reverse order of its start. */
    @Override
    public void close() {
        stops.close();
    }

    private Map<Service, Executable> executables() {
        Map<Service, Executable> found = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Path target = root.resolve(service.module()).resolve("target");
            found.put(
                    service,
                    Executable.in(target)
                            .orElseThrow(() -> new StartFailure(service.module()
                                    + " is not built: neither a native executable nor quarkus-app/quarkus-run.jar in "
                                    + target)));
        }
        return found;
    }

    private Map<Service, Database> startServers(StateFolder state, OrphanGuard guard) {
        Ports ports = options.ports();
        PostgresServer postgres = stops.add(
                new PostgresServer(ServerSettings.in(state.resolve("postgres")).onPort(ports.of(Endpoint.POSTGRES))));
        KafkaServer kafka = stops.add(
                new KafkaServer(ServerSettings.in(state.resolve("kafka")).onPort(ports.of(Endpoint.KAFKA))));
        CompletableFuture<Void> topics = CompletableFuture.runAsync(() -> {
            kafka.start();
            kafka.createTopics(Topic.ALL);
            progress.up(Endpoint.KAFKA.title(), kafka.bootstrapServers());
        });
        postgres.start();
        guard.adopt(PostmasterFile.pid(state.resolve("postgres")));
        Map<Service, Database> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            String name = service.database();
            // The password guards nothing: the server listens on this machine only, and trusts its superuser.
            databases.put(service, postgres.createDatabase(name, name, name));
        }
        progress.up(Endpoint.POSTGRES.title(), "localhost:" + postgres.port());
        topics.join();
        return databases;
    }

    private void startServices(Map<Service, Executable> executables, Surroundings surroundings, OrphanGuard guard) {
        executables.forEach((service, executable) -> {
            ServiceProcess process = stops.add(ServiceProcess.start(
                    service.module(),
                    executable.command(),
                    surroundings.environment(service),
                    surroundings.log(service),
                    guard));
            process.whenItDies(dead -> progress.say(dead.obituary()));
            processes.add(process);
        });
        // All are asked to end before any is waited for.
        stops.remember(() -> processes.forEach(ServiceProcess::stop));
    }

    private void awaitReady() throws InterruptedException {
        Readiness readiness = new Readiness();
        List<Service> waiting = new ArrayList<>(Arrays.asList(Service.values()));
        Instant end = clock.instant().plus(PATIENCE);
        while (!waiting.isEmpty()) {
            requireAlive();
            if (clock.instant().isAfter(end)) {
                throw new StartFailure("Not ready after " + PATIENCE.toSeconds() + " s: " + waiting
                        + ". Their logs are in " + options.state().resolve("logs"));
            }
            for (Service service : List.copyOf(waiting)) {
                String url = options.ports().url(service.endpoint());
                if (readiness.of(url)) {
                    waiting.remove(service);
                    progress.up(service.module(), url);
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void requireAlive() {
        for (ServiceProcess process : processes) {
            if (!process.isAlive()) {
                throw new StartFailure("Cannot start: " + process.name() + " died.");
            }
        }
    }
}
