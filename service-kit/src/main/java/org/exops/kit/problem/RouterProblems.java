package org.exops.kit.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers what fails below the REST layer, where the framework would send an empty body or an HTML page. */
@ApplicationScoped
class RouterProblems {
    // After the failure handler of the REST layer, which knows refusals by security; before the framework's own, the
    // last.
    private static final int ORDER = 19_000;

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(RouterProblems::answer);
        router.errorHandler(404, RouterProblems::answer);
    }

    private static void answer(RoutingContext request) {
        Problems.send(request, refusalOf(request));
    }

    private static ProblemException refusalOf(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure != null) {
            return Faults.refusalOf(failure);
        }
        return HttpProblems.of(request.statusCode())
                .orElseGet(() -> Faults.refusalOf(
                        new IllegalStateException("the router failed with status " + request.statusCode())));
    }
}
