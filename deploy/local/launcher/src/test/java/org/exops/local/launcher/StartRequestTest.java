package org.exops.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRequestTest {
    private static final Path STATE = Path.of("state");

    @Test
    void starts_with_the_story_and_the_usual_ports_when_nothing_is_said() {
        assertThat(parse())
                .isEqualTo(new StartRequest.Start(new StartOptions(false, true, false, STATE, Ports.usual())));
    }

    @Test
    void takes_every_option_at_once() {
        var expected = new StartOptions(
                true,
                true,
                true,
                Path.of("elsewhere"),
                Ports.usual().with(Endpoint.GATEWAY, 9090).with(Endpoint.KAFKA, 9092));

        assertThat(parse("--once", "--fresh", "--port", "9090", "--state", "elsewhere", "--kafka-port", "9092"))
                .isEqualTo(new StartRequest.Start(expected));
    }

    @Test
    void can_leave_the_story_out() {
        assertThat(((StartRequest.Start) parse("--no-demo")).options().demo()).isFalse();
    }

    @Test
    void help_names_every_port_option() {
        var help = (StartRequest.Help) parse("--help");

        for (Endpoint endpoint : Endpoint.values()) {
            assertThat(help.text()).contains(endpoint.option() + " N", "(" + endpoint.usualPort() + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--twice,             Unknown option --twice. Try --help.",
        "--port,              --port takes a value.",
        "--port 0,            '--port takes a port from 1 to 65535, not 0.'",
        "--port 65536,        '--port takes a port from 1 to 65535, not 65536.'",
        "--port http,         '--port takes a port from 1 to 65535, not http.'",
        "--state,             --state takes a value.",
        "--once --no-demo,    '--once runs the story and --no-demo leaves it out: choose one.'"
    })
    void says_what_it_does_not_understand(String line, String complaint) {
        assertThat(parse(line.split(" "))).isEqualTo(new StartRequest.Refused(complaint));
    }

    private static StartRequest parse(String... arguments) {
        return StartRequest.parse(List.of(arguments), STATE);
    }
}
