package org.exops.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.exops.kit.problem.BodyLimit;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Callers;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Reserves the key before the resource runs, keeps the answer after it, and answers a repetition without it. */
class IdempotencyFilters {
    private static final Logger LOG = Logger.getLogger(IdempotencyFilters.class);
    private static final String GRANTED = IdempotencyFilters.class.getName();
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final IdempotencyKeys keys;
    private final Callers callers;
    private final BodyLimit limit;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest current;

    IdempotencyFilters(
            IdempotencyKeys keys, Callers callers, BodyLimit limit, ObjectMapper mapper, CurrentVertxRequest current) {
        this.keys = keys;
        this.callers = callers;
        this.limit = limit;
        this.mapper = mapper;
        this.current = current;
    }

    @Idempotent
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1, nonBlocking = true)
    public @Nullable Uni<Response> before(ContainerRequestContext request) {
        String header = request.getHeaderString(IdempotencyKey.HEADER);
        if (header == null) {
            return null;
        }
        var key = new IdempotencyKey(header);
        byte[] scope = key.scope(
                callers.current().subject(),
                request.getMethod(),
                request.getUriInfo().getRequestUri().getPath());
        return read(request)
                .chain(body -> keys.reserve(scope, requestHash(request, body)))
                .map(reservation -> begin(request, reservation));
    }

    private Uni<byte[]> read(ContainerRequestContext request) {
        return RequestBody.read(
                        CurrentRequestManager.get().serverRequest(),
                        limit.of(current.getCurrent().request()))
                .invoke(body -> request.setEntityStream(new ByteArrayInputStream(body)));
    }

    private static byte[] requestHash(ContainerRequestContext request, byte[] body) {
        String query =
                Objects.requireNonNullElse(request.getUriInfo().getRequestUri().getRawQuery(), "");
        return IdempotencyKey.hash(IdempotencyKey.text(query), body);
    }

    // No answer lets the request go on to the resource.
    private static @Nullable Response begin(ContainerRequestContext request, Reservation reservation) {
        if (reservation instanceof Reservation.Granted granted) {
            request.setProperty(GRANTED, granted);
            return null;
        }
        if (reservation instanceof Reservation.Answered known) {
            return known.answer().replayed();
        }
        throw reservation instanceof Reservation.Reused
                ? new ProblemException(
                        ProblemType.IDEMPOTENCY_KEY_REUSED, "This key came with another request within 24 hours")
                : new ProblemException(
                                ProblemType.IDEMPOTENCY_KEY_IN_USE, "The first request with this key is under way")
                        .retryAfter(RETRY);
    }

    @Idempotent
    @ServerResponseFilter
    public @Nullable Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(GRANTED) instanceof Reservation.Granted granted)) {
            return null;
        }
        Uni<Void> kept = isFinal(response) ? keys.complete(granted, answer(response)) : keys.release(granted);
        // What was done stays done and is answered; a key that could not be kept lapses by itself.
        return kept.onFailure()
                .invoke(failure -> LOG.warnf("The answer to an idempotent request was not kept: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    // An answer that asks to try again, by its status or by Retry-After, must not be the answer to the next try.
    private static boolean isFinal(ContainerResponseContext response) {
        return response.getStatus() < 500
                && response.getStatus() != 429
                && response.getHeaderString("Retry-After") == null;
    }

    private StoredAnswer answer(ContainerResponseContext response) {
        byte[] body = body(response.getEntity());
        MediaType mediaType = Objects.requireNonNullElse(response.getMediaType(), MediaType.APPLICATION_JSON_TYPE);
        // The framework adds the charset to what it writes itself, not to bytes.
        String contentType = response.getEntity() instanceof byte[]
                ? mediaType.toString()
                : mediaType.withCharset("UTF-8").toString();
        return new StoredAnswer(
                response.getStatus(),
                body == null ? null : contentType,
                response.getHeaderString("Location"),
                response.getHeaderString("ETag"),
                body);
    }

    private byte @Nullable [] body(@Nullable Object entity) {
        if (entity == null || entity instanceof byte[]) {
            return (byte[]) entity;
        }
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
