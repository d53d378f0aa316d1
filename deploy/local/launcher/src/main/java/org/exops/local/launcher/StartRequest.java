package org.exops.local.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;

/** The command line of {@code deploy/local/start}, read. */
public sealed interface StartRequest {

    /** Start so. */
    record Start(StartOptions options) implements StartRequest {}

    /** Say what there is to ask for. */
    record Help(String text) implements StartRequest {}

    /** Not understood; the complaint is one sentence. */
    record Refused(String complaint) implements StartRequest {}

    /** Reads the arguments; the state folder is the one given unless {@code --state} names another. */
    static StartRequest parse(List<String> arguments, Path state) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new Help(help());
        }
        StartOptions options = new StartOptions(false, true, false, state, Ports.usual());
        Iterator<String> rest = arguments.iterator();
        try {
            while (rest.hasNext()) {
                options = with(options, rest.next(), rest);
            }
        } catch (IllegalArgumentException complaint) {
            return new Refused(String.valueOf(complaint.getMessage()));
        }
        return options.once() && !options.demo()
                ? new Refused("--once runs the story and --no-demo leaves it out: choose one.")
                : new Start(options);
    }

    private static StartOptions with(StartOptions options, String argument, Iterator<String> rest) {
        return switch (argument) {
            case "--once" -> options.withOnce();
            case "--no-demo" -> options.withoutDemo();
            case "--fresh" -> options.withFresh();
            case "--state" -> options.withState(Path.of(value(argument, rest)));
            default -> {
                Endpoint moved = endpoint(argument)
                        .orElseThrow(
                                () -> new IllegalArgumentException("Unknown option " + argument + ". Try --help."));
                yield options.withPorts(options.ports().with(moved, port(argument, value(argument, rest))));
            }
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " takes a value.");
        }
        return rest.next();
    }

    private static int port(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException(option + " takes a port from 1 to 65535, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static Optional<Endpoint> endpoint(String option) {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint.option().equals(option))
                .findFirst();
    }

    private static String help() {
        String ports = Arrays.stream(Endpoint.values())
                .map(endpoint ->
                        "  %-24s %s (%d)".formatted(endpoint.option() + " N", endpoint.title(), endpoint.usualPort()))
                .collect(Collectors.joining("\n"));
        return """
                Usage: deploy/local/start [options]
                Builds what is stale, starts PostgreSQL, Kafka, the four services and the gateway, runs one experiment
                from its registration to its review, and serves until Ctrl-C.

                  --once                   stop after the story; exit 0 only when it reached its review
                  --no-demo                serve, and run no story
                  --fresh                  forget everything first: databases, topics, keys, logs
                  --state DIR              keep the state there (deploy/local/.state)
                  --help                   this text

                Ports:
                """ + ports;
    }
}
