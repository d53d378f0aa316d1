package org.exops.local.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.FreePorts;
import org.exops.local.launcher.address.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Ports ports;
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        ports = FreePorts.all();
        gateway = Gateway.open(ports);
    }

    @AfterEach
    void close() {
        gateway.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void passes_a_request_to_the_owner_of_its_path_with_query_body_and_where_it_came_from() throws Exception {
        CompletableFuture<JsonObject> seen = new CompletableFuture<>();
        service(
                Endpoint.REGISTRY,
                request -> request.body().onSuccess(body -> {
                    seen.complete(new JsonObject()
                            .put("line", request.method() + " " + request.uri())
                            .put("body", body.toString())
                            .put("host", request.getHeader("X-Forwarded-Host"))
                            .put("proto", request.getHeader("X-Forwarded-Proto"))
                            .put("for", request.getHeader("X-Forwarded-For"))
                            .put("token", request.getHeader("Authorization")));
                    request.response()
                            .setStatusCode(201)
                            .putHeader("ETag", "\"7\"")
                            .end("made");
                }));

        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/api/v1/experiments?a=%2F&b"))
                .header("Authorization", "Bearer x")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(seen.get(5, TimeUnit.SECONDS))
                .isEqualTo(new JsonObject()
                        .put("line", "POST /api/v1/experiments?a=%2F&b")
                        .put("body", "{}")
                        .put("host", "localhost:" + ports.of(Endpoint.GATEWAY))
                        .put("proto", "http")
                        .put("for", "127.0.0.1")
                        .put("token", "Bearer x"));
    }

    @Test
    void answers_a_path_that_nobody_owns_with_a_problem_document() throws Exception {
        HttpResponse<String> answer = get("/q/health");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(new JsonObject()
                        .put("type", "https://exops.dev/problems/not-found")
                        .put("title", "There is nothing at this address")
                        .put("status", 404)
                        .put("detail", "No service answers under /q/health.")
                        .put("instance", "/q/health"));
    }

    @Test
    void answers_for_a_service_that_is_down_that_it_is_worth_trying_again() throws Exception {
        HttpResponse<String> answer = get("/api/v1/verdicts/x");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("https://exops.dev/problems/unavailable");
    }

    @Test
    void answers_503_to_a_large_upload_for_a_service_that_is_down() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/api/v1/eval-runs"))
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[8 << 20])));

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void finds_a_service_that_came_back() throws Exception {
        assertThat(get("/api/v1/strategies").statusCode()).isEqualTo(503);
        service(Endpoint.SCORING, request -> request.response().end("back"));

        assertThat(get("/api/v1/strategies").body()).isEqualTo("back");
    }

    @Test
    void streams_an_answer_while_it_is_still_being_written() throws Exception {
        CompletableFuture<Void> firstPartSeen = new CompletableFuture<>();
        service(Endpoint.SCORING, request -> {
            request.response().setChunked(true).write("first\n");
            firstPartSeen.thenRun(() -> request.response().end("second\n"));
        });

        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(at("/api/v1/verdicts/x/stream")).build(), BodyHandlers.ofInputStream());
        byte[] first = answer.body().readNBytes(6);
        firstPartSeen.complete(null);

        assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("first\n");
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("second\n");
    }

    @Test
    void streams_an_upload_while_it_is_still_being_sent() throws Exception {
        CompletableFuture<String> firstPart = new CompletableFuture<>();
        service(Endpoint.INGEST, request -> {
            request.handler(part -> firstPart.complete(part.toString()));
            request.endHandler(end -> request.response().end("whole"));
        });
        // A plain socket: the client of the JDK holds parts of a body back.
        try (Socket socket = new Socket("127.0.0.1", ports.of(Endpoint.GATEWAY))) {
            write(
                    socket,
                    "POST /api/v1/eval-runs/imports HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(firstPart.get(10, TimeUnit.SECONDS)).isEqualTo("first");
            write(socket, "0\r\n\r\n");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("whole");
        }
    }

    @Test
    void a_slow_service_slows_the_client_down_instead_of_filling_the_memory() throws Exception {
        AtomicLong sent = new AtomicLong();
        CompletableFuture<HttpServerRequest> waiting = new CompletableFuture<>();
        service(Endpoint.INGEST, request -> {
            request.pause();
            waiting.complete(request);
        });
        long size = 256L << 20;
        var answer = client.sendAsync(
                HttpRequest.newBuilder(at("/v1/traces"))
                        .timeout(LIMIT)
                        .POST(BodyPublishers.ofInputStream(() -> new Zeros(size, sent)))
                        .build(),
                BodyHandlers.ofString());

        HttpServerRequest request = waiting.get(10, TimeUnit.SECONDS);
        CompletableFuture<Boolean> settled = new CompletableFuture<>();
        settle(sent, -1, settled);
        assertThat(settled.get(10, TimeUnit.SECONDS)).isTrue();

        assertThat(sent.get()).isLessThan(size / 4);
        request.connection().close();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    }

    @Test
    void passes_on_a_refusal_that_comes_before_the_upload_is_read() throws Exception {
        service(Endpoint.INGEST, request -> {
            request.response().setStatusCode(401).end("no token");
            request.resume();
        });

        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/api/v1/eval-runs/imports"))
                .POST(BodyPublishers.ofByteArray(new byte[4 << 20])));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("no token");
    }

    @Test
    void breaks_off_an_answer_whose_service_dies_in_the_middle() {
        service(Endpoint.SCORING, request -> {
            request.response().putHeader("Content-Length", "100").write("half");
            vertx.setTimer(200, timer -> request.connection().close());
        });

        assertThatThrownBy(() -> get("/api/v1/verdicts/x")).isInstanceOf(IOException.class);
    }

    @Test
    void a_client_that_goes_away_in_the_middle_of_an_upload_is_seen_by_the_service() throws Exception {
        CompletableFuture<Throwable> cut = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        service(Endpoint.INGEST, request -> {
            request.exceptionHandler(cut::complete);
            request.handler(part -> begun.complete(null));
        });
        try (Socket socket = new Socket("127.0.0.1", ports.of(Endpoint.GATEWAY))) {
            write(socket, "POST /api/v1/eval-runs HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{\"half");
            begun.get(10, TimeUnit.SECONDS);
        }

        assertThat(cut.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    // Looks every 300 ms until nothing more was sent between two looks.
    private void settle(AtomicLong sent, long before, CompletableFuture<Boolean> settled) {
        long now = sent.get();
        if (now == before) {
            settled.complete(true);
        } else {
            vertx.setTimer(300, timer -> settle(sent, now, settled));
        }
    }

    private void service(Endpoint endpoint, Handler<HttpServerRequest> handler) {
        vertx.createHttpServer()
                .requestHandler(handler)
                .listen(ports.of(endpoint), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(ports.url(Endpoint.GATEWAY) + path);
    }

    /** So many zeros, and how many of them were asked for. */
    private static final class Zeros extends InputStream {
        private final long size;
        private final AtomicLong read;

        Zeros(long size, AtomicLong read) {
            this.size = size;
            this.read = read;
        }

        @Override
        public int read() {
            return read.get() < size && read.incrementAndGet() <= size ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            long left = size - read.get();
            if (left <= 0) {
                return -1;
            }
            int now = (int) Math.min(left, length);
            read.addAndGet(now);
            return now;
        }
    }
}
