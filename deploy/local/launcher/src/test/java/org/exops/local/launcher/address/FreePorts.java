package org.exops.local.launcher.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody listens on at the moment, one for each endpoint. */
public final class FreePorts {
    private FreePorts() {}

    public static Ports all() throws IOException {
        Ports ports = Ports.usual();
        // Held together until all are known: a port that is given back may be given out again.
        List<ServerSocket> held = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.values()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports = ports.with(endpoint, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }
}
