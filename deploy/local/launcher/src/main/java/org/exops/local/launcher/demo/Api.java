package org.exops.local.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.exops.local.launcher.token.LocalTokens;
import org.exops.local.launcher.token.TokenRequest;

/** The public API as one person uses it, through the gateway. */
public final class Api {
    private static final Duration TOKEN = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final LocalTokens tokens;
    private final Narrator narrator;

    public Api(URI gateway, LocalTokens tokens, Narrator narrator) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.narrator = narrator;
    }

    /** Asks without a word; for what is asked again and again. */
    Answer ask(String path) throws InterruptedException {
        return ask(path, "application/json");
    }

    Answer ask(String path, String accept) throws InterruptedException {
        return send(request(path).header("Accept", accept).GET());
    }

    /** Asks, and says so. */
    Answer show(String path, String accept) throws InterruptedException {
        return told("GET", path, ask(path, accept));
    }

    /** Changes something, and says so. */
    Answer post(String path, BodyPublisher body, Map<String, String> headers) throws InterruptedException {
        return change("POST", path, body, headers);
    }

    Answer put(String path, String json, Map<String, String> headers) throws InterruptedException {
        return change("PUT", path, BodyPublishers.ofString(json), headers);
    }

    private Answer change(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws InterruptedException {
        HttpRequest.Builder request = request(path).method(method, body);
        headers.forEach(request::header);
        return told(method, path, send(request.header("Content-Type", "application/json")));
    }

    private Answer told(String method, String path, Answer answer) {
        narrator.exchange(method, path, answer);
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        TokenRequest alice = new TokenRequest("alice", "support", Set.of("experimenter"), TOKEN);
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.sign(alice));
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new StoryFailure(built.method() + " " + built.uri() + " got no answer: " + e);
        }
    }
}
