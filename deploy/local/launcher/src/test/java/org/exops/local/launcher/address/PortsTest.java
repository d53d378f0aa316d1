package org.exops.local.launcher.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void complains_about_a_taken_port_with_its_number_and_the_option_that_moves_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = free().with(Endpoint.SCORING, taken.getLocalPort());

            assertThat(ports.complaints())
                    .containsExactly(
                            "Port " + taken.getLocalPort()
                                    + " for scoring-service is taken. Stop what uses it, or choose another with --scoring-port.");
        }
    }

    @Test
    void notices_a_server_that_listens_on_every_address() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(free().with(Endpoint.GATEWAY, taken.getLocalPort()).complaints())
                    .hasSize(1);
        }
    }

    @Test
    void complains_about_a_port_that_two_want() throws IOException {
        Ports ports = free();

        assertThat(ports.with(Endpoint.KAFKA, ports.of(Endpoint.GATEWAY)).complaints())
                .singleElement()
                .asString()
                .contains("given twice", "--kafka-port");
    }

    @Test
    void has_nothing_to_say_about_free_ports() throws IOException {
        assertThat(free().complaints()).isEmpty();
    }

    private static Ports free() throws IOException {
        return FreePorts.all();
    }
}
