package org.exops.local.launcher.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody who calls the gateway with a token, or without one. */
record Person(String gateway, Optional<String> token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Reply get(String path) {
        return get(path, "application/json");
    }

    Reply get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    Reply post(String path, String json) {
        return post(path, json, Map.of());
    }

    Reply post(String path, String json, Map<String, String> headers) {
        return post(path, BodyPublishers.ofString(json), headers);
    }

    Reply post(String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(body);
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofMinutes(2));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return Reply.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
