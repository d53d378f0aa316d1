package org.exops.local.launcher.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.exops.local.launcher.service.Service;

/** What the gateway itself answers: problem documents (RFC 9457) with the slugs of the services' own catalogue. */
record Refusal(int status, String slug, String title, String detail) {

    /** Nobody owns the path. */
    static Refusal nobodyOwns(String path) {
        return new Refusal(
                404, "not-found", "There is nothing at this address", "No service answers under " + path + ".");
    }

    /** The owner of the path does not answer. */
    static Refusal down(Service service) {
        return new Refusal(
                503,
                "unavailable",
                "Not available at the moment",
                "The " + service.module() + " does not answer. Try again in a moment.");
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer must not look like a whole one.
            request.connection().close();
            return;
        }
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        // What the client is still sending is read and dropped, so that it gets to see the answer.
        request.resume();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(document(request.path()));
    }

    private String document(String path) {
        return new JsonObject()
                .put("type", "https://exops.dev/problems/" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .encode();
    }
}
