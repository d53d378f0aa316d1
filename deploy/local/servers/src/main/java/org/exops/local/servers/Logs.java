package org.exops.local.servers;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the servers that live in our process from talking: what goes wrong is still said. */
final class Logs {
    // Held strongly: a logger that is collected forgets its level.
    private static final List<Logger> QUIET =
            List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky").stream()
                    .map(Logger::getLogger)
                    .toList();

    private Logs() {}

    static void quiet() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
