package org.exops.local.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.service.Service;

/** The one address of the local stack: passes each request to the service that owns its path, streaming both ways. */
public final class Gateway implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECTIONS_PER_SERVICE = 512;

    private final Vertx vertx;
    private final HttpClient client;
    private final Ports ports;
    private final Routes routes = new Routes();

    private Gateway(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.ports = ports;
        // Long polls and imports take as long as they take: no time limit here.
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE).setConnectTimeout(2000));
    }

    /** Listens on the gateway's port of 127.0.0.1. */
    public static Gateway open(Ports ports) {
        Vertx vertx = Vertx.vertx();
        Gateway gateway = new Gateway(vertx, ports);
        // The proxy cannot pass on an HTTP/2 body of unknown length to HTTP/1.1.
        HttpServerOptions options = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(ports.of(Endpoint.GATEWAY))
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        await(vertx.createHttpServer(options).requestHandler(gateway::pass).listen());
        return gateway;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void pass(HttpServerRequest request) {
        routes.owner(request.path())
                .ifPresentOrElse(
                        service -> pass(request, service),
                        () -> Refusal.nobodyOwns(request.path()).answer(request));
    }

    private void pass(HttpServerRequest request, Service service) {
        ProxyRequest passed = ProxyRequest.reverseProxy(request);
        tellWhereItCameFrom(passed, request);
        RequestOptions origin = new RequestOptions().setHost(LOOPBACK).setPort(ports.of(service.endpoint()));
        client.request(origin)
                .compose(passed::send)
                .compose(ProxyResponse::send)
                .onFailure(cause -> Refusal.down(service).answer(request));
    }

    private static void tellWhereItCameFrom(ProxyRequest passed, HttpServerRequest request) {
        String host = request.getHeader("Host");
        // Already answered here: the service must not answer it a second time.
        passed.headers().remove("Expect");
        passed.putHeader("X-Forwarded-For", request.remoteAddress().hostAddress());
        passed.putHeader("X-Forwarded-Proto", "http");
        passed.putHeader("X-Forwarded-Host", host == null ? LOOPBACK : host);
    }

    private static <T> void await(Future<T> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The gateway cannot open or close", e);
        }
    }
}
