package org.exops.kit.migration;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the schema is up to date. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
    private final Migrations migrations;

    SchemaReadiness(Migrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(migrations.done()).build();
    }
}
