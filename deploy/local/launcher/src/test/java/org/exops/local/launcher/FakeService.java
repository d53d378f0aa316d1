package org.exops.local.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Listens where the launcher says and answers 200 to everything; ends itself when asked for {@code /die}. */
final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            if (exchange.getRequestURI().getPath().endsWith("/die")) {
                System.out.println("I was asked to die");
                Runtime.getRuntime().halt(9);
            }
        });
        server.start();
    }
}
