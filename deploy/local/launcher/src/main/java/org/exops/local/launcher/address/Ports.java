package org.exops.local.launcher.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One port per endpoint, all on 127.0.0.1. */
public record Ports(Map<Endpoint, Integer> byEndpoint) {

    public Ports {
        byEndpoint = Map.copyOf(byEndpoint);
    }

    /** The usual ports. */
    public static Ports usual() {
        return new Ports(
                Arrays.stream(Endpoint.values()).collect(Collectors.toMap(endpoint -> endpoint, Endpoint::usualPort)));
    }

    /** The same with one port moved. */
    public Ports with(Endpoint endpoint, int port) {
        Map<Endpoint, Integer> moved = new EnumMap<>(byEndpoint);
        moved.put(endpoint, port);
        return new Ports(moved);
    }

    public int of(Endpoint endpoint) {
        return Objects.requireNonNull(byEndpoint.get(endpoint), "every endpoint has a port");
    }

    /** What an HTTP client calls the endpoint. */
    public String url(Endpoint endpoint) {
        return "http://localhost:" + of(endpoint);
    }

    /** One sentence for each port that cannot be had: given twice, or taken by somebody else. */
    public List<String> complaints() {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> isGivenEarlier(endpoint) || !isFree(of(endpoint)))
                .map(this::complaint)
                .toList();
    }

    private String complaint(Endpoint endpoint) {
        String cause = isGivenEarlier(endpoint) ? "given twice" : "taken";
        return "Port %d for %s is %s. Stop what uses it, or choose another with %s."
                .formatted(of(endpoint), endpoint.title(), cause, endpoint.option());
    }

    private boolean isGivenEarlier(Endpoint endpoint) {
        return Arrays.stream(Endpoint.values())
                .limit(endpoint.ordinal())
                .anyMatch(earlier -> of(earlier) == of(endpoint));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port in TIME_WAIT is free for a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
