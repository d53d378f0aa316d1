package org.exops.kit.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Problems;

/** Refuses a principal that asks too often with 429 and {@code Retry-After}; the count is per replica and in memory. */
@ApplicationScoped
class RateLimiter {
    // After authentication and authorization, whose priorities are 200 and 100: the principal is known then.
    private static final int PRIORITY = 50;

    private final RateLimitConfig config;
    private final List<String> exemptPaths;
    private final TokenBuckets buckets;
    // Elapsed time, not the time of day: it must not step back with the clock.
    private final LongSupplier elapsedNanos = System::nanoTime;

    RateLimiter(RateLimitConfig config) {
        this.config = config;
        this.exemptPaths = config.exemptPaths().orElse(List.of());
        this.buckets = new TokenBuckets(config.perSecond(), config.burst(), config.principals());
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::limit, PRIORITY);
        }
    }

    private void limit(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user) || isExempt(request.normalizedPath())) {
            request.next();
            return;
        }
        Duration wait = buckets.take(user.getSecurityIdentity().getPrincipal().getName(), elapsedNanos.getAsLong());
        if (wait.isZero()) {
            request.next();
        } else {
            Problems.send(
                    request,
                    new ProblemException(
                                    ProblemType.TOO_MANY_REQUESTS,
                                    "At most " + config.perSecond() + " requests a second, " + config.burst()
                                            + " at once")
                            .retryAfter(wait));
        }
    }

    private boolean isExempt(String path) {
        return exemptPaths.stream().anyMatch(path::startsWith);
    }
}
