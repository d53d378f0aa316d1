package org.exops.kit.outbox;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says {@code degraded} while events stand aside that the broker refused for good. The service stays in service: its neighbours
 * miss those events, and fewer replicas would not bring them.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements AsyncHealthCheck {
    private static final String COUNT =
            "select (select count(*) from outbox_dead) as dead, (select count(*) from outbox) as waiting";

    private final Pool pool;

    OutboxReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> response(row.getLong("dead"), row.getLong("waiting")))
                .onFailure()
                .recoverWithItem(failure -> named().withData("reason", "the outbox cannot be read")
                        .down()
                        .build());
    }

    private static HealthCheckResponse response(long dead, long waiting) {
        return named().withData("state", dead == 0 ? "well" : "degraded")
                .withData("dead", dead)
                .withData("waiting", waiting)
                .up()
                .build();
    }

    private static HealthCheckResponseBuilder named() {
        return HealthCheckResponse.named("outbox");
    }
}
