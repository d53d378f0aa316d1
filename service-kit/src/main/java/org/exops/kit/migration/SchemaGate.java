package org.exops.kit.migration;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks callers to come again while the schema is not up to date: a table that is missing is nobody's mistake. */
class SchemaGate {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Migrations migrations;

    SchemaGate(Migrations migrations) {
        this.migrations = migrations;
    }

    // Behind authorization: who may not ask learns nothing about the service.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION, nonBlocking = true)
    public void refuseWithoutSchema(ContainerRequestContext request) {
        if (!migrations.done()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The database is away or its schema is being updated")
                    .retryAfter(RETRY);
        }
    }
}
