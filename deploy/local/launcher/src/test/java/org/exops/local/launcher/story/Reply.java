package org.exops.local.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** An answer, and what tests ask of it. */
record Reply(int status, HttpResponse<String> response) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response);
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("No " + name + ": " + body()));
    }

    JsonObject json() {
        return new JsonObject(body());
    }

    Reply is(int expected) {
        assertThat(status).as(body()).isEqualTo(expected);
        return this;
    }

    /** A problem document with that status and slug, which says something and gives nothing away. */
    void isProblem(int expected, String slug) {
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = is(expected).json();
        assertThat(problem.getString("type")).isEqualTo("https://exops.dev/problems/" + slug);
        assertThat(problem.getInteger("status")).isEqualTo(expected);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(body()).doesNotContain("Exception", "\tat ", "select ");
    }

    boolean hasSlug(String slug) {
        return body().contains("https://exops.dev/problems/" + slug + "\"");
    }
}
