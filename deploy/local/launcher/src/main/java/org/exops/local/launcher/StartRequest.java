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
        StartOptions options = new StartOptions(false, true, false, state, Ports.usual());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--help", "-h" -> {
                    return new Help(help());
                }
                case "--once" -> options = options.withOnce();
                case "--no-demo" -> options = options.withoutDemo();
                case "--fresh" -> options = options.withFresh();
                default -> {
                    if (!rest.hasNext()
                            || !argument.equals("--state") && endpoint(argument).isEmpty()) {
                        return new Refused(unknown(argument));
                    }
                    String value = rest.next();
                    if (argument.equals("--state")) {
                        options = options.withState(Path.of(value));
                    } else if (isPort(value)) {
                        Endpoint moved = endpoint(argument).orElseThrow();
                        options = options.withPorts(options.ports().with(moved, Integer.parseInt(value)));
                    } else {
                        return new Refused(argument + " takes a port from 1 to 65535, not " + value + ".");
                    }
                }
            }
        }
        return options.once() && !options.demo()
                ? new Refused("--once runs the story and --no-demo leaves it out: choose one.")
                : new Start(options);
    }

    private static Optional<Endpoint> endpoint(String option) {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint.option().equals(option))
                .findFirst();
    }

    private static boolean isPort(String value) {
        return value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) <= 65535;
    }

    private static String unknown(String argument) {
        boolean known = argument.equals("--state") || endpoint(argument).isPresent();
        return known ? argument + " takes a value." : "Unknown option " + argument + ". Try --help.";
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
