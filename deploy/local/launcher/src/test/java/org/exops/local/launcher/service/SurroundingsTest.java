package org.exops.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.exops.local.servers.Database;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private final Surroundings surroundings = new Surroundings(
            Ports.usual().with(Endpoint.REGISTRY, 9001).with(Endpoint.KAFKA, 9002),
            Arrays.stream(Service.values())
                    .collect(Collectors.toMap(
                            service -> service,
                            service -> new Database(9003, service.database(), service.database(), "secret"))),
            "KEY",
            Path.of("logs"));

    @Test
    void a_service_learns_its_port_its_own_database_the_broker_and_whom_to_trust() {
        assertThat(surroundings.environment(Service.REGISTRY))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", "9001"),
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:9003/registry"),
                        Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:9003/registry"),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", "registry"),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", "secret"),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9002"),
                        Map.entry("QUARKUS_OIDC_PUBLIC_KEY", "KEY"),
                        Map.entry("EXOPS_AUTH_ISSUER", "https://exops.local"),
                        Map.entry("EXOPS_RISK_TRUST_DECLARED", "true")));
    }

    @Test
    void only_the_registry_trusts_what_is_declared() {
        assertThat(surroundings.environment(Service.SCORING)).doesNotContainKey("EXOPS_RISK_TRUST_DECLARED");
    }

    @Test
    void each_service_has_a_log_of_its_own() {
        assertThat(surroundings.log(Service.SCHEDULER)).isEqualTo(Path.of("logs/window-scheduler.log"));
    }
}
