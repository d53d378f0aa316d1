package org.exops.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Kafka, the gateway and the launcher log goes to a file: the screen is for the person. */
final class LaunchLog {
    // Held strongly: a logger that is collected forgets its handler.
    private static final Logger ROOT = Logger.getLogger("");

    private LaunchLog() {}

    static void to(Path file) {
        try {
            FileHandler handler = new FileHandler(file.toString());
            handler.setFormatter(new SimpleFormatter());
            for (Handler screen : ROOT.getHandlers()) {
                ROOT.removeHandler(screen);
            }
            ROOT.addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot log to " + file, e);
        }
    }
}
