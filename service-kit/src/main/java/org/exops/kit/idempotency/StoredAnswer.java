package org.exops.kit.idempotency;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An answer as it was given, to be given again. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a body is bytes
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte @Nullable [] body) {

    Response replayed() {
        Response.ResponseBuilder answer = Response.status(status).header("Idempotency-Replayed", "true");
        if (location != null) {
            answer.header("Location", location);
        }
        if (etag != null) {
            answer.header("ETag", etag);
        }
        return body == null
                ? answer.build()
                : answer.type(contentType).entity(body).build();
    }
}
