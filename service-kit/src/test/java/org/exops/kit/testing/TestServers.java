package org.exops.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.exops.local.servers.Database;

/**
 * Gives a {@code @QuarkusTest} the PostgreSQL and Kafka that all tests of the build share, in a fresh database, and the key that
 * {@link Tokens} sign with. A test that stops a server takes {@link OwnServers} in addition.
 */
public final class TestServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        RunningServers servers = RunningServers.ofThisBuild();
        CurrentKafka.set(servers.kafka());
        Map<String, String> settings = new HashMap<>(database(servers.createDatabase()));
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        return settings;
    }

    @Override
    public void stop() {
        CurrentKafka.forget();
    }

    static Map<String, String> database(Database database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.username", database.role(),
                "quarkus.datasource.password", database.password());
    }
}
