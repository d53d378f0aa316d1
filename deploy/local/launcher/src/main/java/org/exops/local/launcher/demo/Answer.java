package org.exops.local.launcher.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the API answered. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEMS = "https://exops.dev/problems/";

    /**
     * The body as JSON.
     *
     * @throws StoryFailure when it is none
     */
    JsonObject json() {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw new StoryFailure("An answer with status " + status + " is no JSON: " + body);
        }
    }

    /**
     * This answer.
     *
     * @throws StoryFailure when it has none of the statuses
     */
    Answer require(int... statuses) {
        if (IntStream.of(statuses).noneMatch(one -> one == status)) {
            throw new StoryFailure("An answer that was not expected: " + status + " " + body);
        }
        return this;
    }

    /** Whether it is the problem with that slug. */
    boolean isProblem(String slug) {
        return slug().equals(slug);
    }

    /** The name of the problem; empty when it is none. */
    String slug() {
        String type = status >= 400 ? json().getString("type", "") : "";
        return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : "";
    }

    /**
     * The revision to name in {@code If-Match}.
     *
     * @throws StoryFailure when there is none
     */
    String etag() {
        return header("ETag").orElseThrow(() -> new StoryFailure("An answer has no ETag: " + body));
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
