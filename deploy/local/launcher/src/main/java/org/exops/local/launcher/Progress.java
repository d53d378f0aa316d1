package org.exops.local.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a person sees while the stack starts. */
final class Progress {
    private final PrintStream out;
    private final Clock clock;
    private final Instant begin;

    Progress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    /** One part is up. */
    synchronized void up(String part, String address) {
        out.printf(Locale.ROOT, "  %-20s %-28s ready after %.1f s%n", part, address, seconds());
        out.flush();
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private double seconds() {
        return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    }
}
