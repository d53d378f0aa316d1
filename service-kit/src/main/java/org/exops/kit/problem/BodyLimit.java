package org.exops.kit.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Knows how large the body of a request may be, and refuses one that says it is larger. */
@ApplicationScoped
public class BodyLimit {
    private final BodyLimits limits;
    private final List<BodyLimits.Rule> rules;

    BodyLimit(BodyLimits limits) {
        this.limits = limits;
        this.rules = limits.rules().values().stream()
                .sorted(Comparator.comparingInt(
                                (BodyLimits.Rule rule) -> -rule.pathPrefix().length())
                        .thenComparing(rule -> rule.mediaType().isEmpty()))
                .toList();
    }

    /** In bytes. */
    public long of(HttpServerRequest request) {
        return rules.stream()
                .filter(rule -> fits(rule, request))
                .findFirst()
                .map(rule -> rule.size().asLongValue())
                .orElseGet(() -> limits.standard().asLongValue());
    }

    /** The refusal of a body beyond {@code limit} bytes. */
    public static ProblemException exceeded(long limit) {
        return new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here")
                .with("limit", limit);
    }

    // Without this the framework ends such a request with an empty body; the rest of it is not worth reading.
    void refuseDeclared(RoutingContext context) {
        HttpServerRequest request = context.request();
        String declared = request.getHeader("Content-Length");
        long limit = of(request);
        if (declared != null && Long.parseLong(declared) > limit) {
            context.response().putHeader("Connection", "close");
            context.response().endHandler(ended -> close(request));
            Problems.send(context, exceeded(limit));
            return;
        }
        context.next();
    }

    private static void close(HttpServerRequest request) {
        // Whether the close succeeds changes nothing for anybody.
        var unused = request.connection().close();
    }

    private static boolean fits(BodyLimits.Rule rule, HttpServerRequest request) {
        String mediaType = String.valueOf(request.getHeader("Content-Type"))
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        return request.path().startsWith(rule.pathPrefix())
                && rule.mediaType().map(mediaType::equals).orElse(true);
    }
}
