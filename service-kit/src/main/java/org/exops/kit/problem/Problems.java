package org.exops.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes refusals as {@code application/problem+json}, from a resource or from below the resources. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    // Its own mapper: what an error looks like must not depend on the settings of a service.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Problems() {}

    /** An answer that a resource returns; it carries no {@code instance}, since a resource does not know its path. */
    public static Response response(ProblemType type, String detail) {
        return response(new ProblemException(type, detail), null);
    }

    public static Response response(ProblemException refusal, @Nullable String path) {
        Response.ResponseBuilder answer =
                Response.status(refusal.type().status()).type(MEDIA_TYPE).entity(body(refusal, path));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** Ends a request that never reached, or never reaches, a resource. */
    public static void send(RoutingContext request, ProblemException refusal) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(refusal.type().status()).putHeader("Content-Type", MEDIA_TYPE);
        refusal.headers().forEach(response::putHeader);
        // The connection lost or not, the request is over: there is nobody to tell.
        var unused = response.end(Buffer.buffer(body(refusal, request.normalizedPath())));
    }

    static byte[] body(ProblemException refusal, @Nullable String path) {
        try {
            return MAPPER.writeValueAsBytes(Problem.of(refusal, path));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
