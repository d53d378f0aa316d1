package org.exops.local.launcher;

import java.util.List;
import sun.misc.Signal;

/**
 * Stops in order when a signal asks for it: shutdown hooks run all at once, and the one of the embedded PostgreSQL would
 * pull the database from under services that still answer their last requests.
 */
final class Signals {
    private static final int EXIT_CODE_BASE = 128;

    private Signals() {}

    /** Runs the stop on SIGINT, SIGTERM and SIGHUP, then exits with 128 and the number of the signal, as shells do. */
    static void stopBy(Runnable stop) {
        for (String name : List.of("INT", "TERM", "HUP")) {
            var before = Signal.handle(new Signal(name), signal -> {
                try {
                    stop.run();
                } finally {
                    System.exit(EXIT_CODE_BASE + signal.getNumber());
                }
            });
            assert before != null;
        }
    }
}
