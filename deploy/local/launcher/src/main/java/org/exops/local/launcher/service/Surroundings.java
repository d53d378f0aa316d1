package org.exops.local.launcher.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.token.LocalTokens;
import org.exops.local.servers.Database;

/**
 * What a service is told about the machine it runs on, as environment variables.
 *
 * @param publicKey the key that verifies tokens, base64 of its X.509 form
 */
public record Surroundings(Ports ports, Map<Service, Database> databases, String publicKey, Path logs) {

    public Surroundings {
        databases = Map.copyOf(databases);
    }

    /** The environment of one service, in alphabetical order. */
    public Map<String, String> environment(Service service) {
        Database database = Objects.requireNonNull(databases.get(service), "every service has a database");
        Map<String, String> it = new TreeMap<>(service.settings());
        it.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        it.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.endpoint())));
        it.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        it.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
        it.put("QUARKUS_DATASOURCE_USERNAME", database.role());
        it.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        it.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Endpoint.KAFKA));
        it.put("QUARKUS_OIDC_PUBLIC_KEY", publicKey);
        it.put("EXOPS_AUTH_ISSUER", LocalTokens.ISSUER);
        return it;
    }

    /** Where the service writes what it says. */
    public Path log(Service service) {
        return logs.resolve(service.module() + ".log");
    }
}
