package org.exops.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Holds bodies to their limit: by what they declare before anything is read, by what they are as they are read. */
@Provider
class BodyLimitFilters implements ReaderInterceptor {
    // The framework's own check runs at order -2, that is priority 2: ours before it, and once more after it.
    private static final int BEFORE_FRAMEWORK = 1_000;
    private static final int AFTER_FRAMEWORK = 1;

    private final BodyLimit limit;
    private final CurrentVertxRequest current;

    BodyLimitFilters(BodyLimit limit, CurrentVertxRequest current) {
        this.limit = limit;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(limit::refuseDeclared, BEFORE_FRAMEWORK);
        filters.register(BodyLimitFilters::takeOver, AFTER_FRAMEWORK);
    }

    // A body of undeclared length that grows too large would be ended with an empty answer from inside the read.
    private static void takeOver(RoutingContext context) {
        context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        context.next();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = current.getCurrent();
        if (request != null && request.request().getHeader("Content-Length") == null) {
            context.setInputStream(new LimitedStream(context.getInputStream(), limit.of(request.request())));
        }
        return context.proceed();
    }
}
