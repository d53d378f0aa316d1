package org.exops.local.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/**
 * A tiny shell that outlives a launcher that was killed: its standard input closes with the launcher, however that ended,
 * and then it ends every process that it was told of and not told off.
 */
public final class OrphanGuard implements AutoCloseable {
    // SIGINT is PostgreSQL's fast shutdown; what has not ended within ten seconds is killed.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r sign pid; do
              left=
              for known in $pids; do [ "$known" = "$pid" ] || left="$left $known"; done
              pids=$left
              [ "$sign" = - ] || pids="$pids $pid"
            done
            [ -n "$pids" ] || exit 0
            for pid in $pids; do kill -INT "$pid"; kill -TERM "$pid"; done
            for second in 1 2 3 4 5 6 7 8 9 10; do
              left=
              for pid in $pids; do kill -0 "$pid" && left="$left $pid"; done
              [ -n "$left" ] || exit 0
              sleep 1
            done
            for pid in $left; do kill -KILL "$pid"; done
            """;

    private final Process shell;
    private final Writer told;

    private OrphanGuard(Process shell) {
        this.shell = shell;
        this.told = shell.outputWriter();
    }

    /** Starts to watch the process that calls. */
    public static OrphanGuard watch() {
        try {
            return new OrphanGuard(new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the guard against orphans", e);
        }
    }

    /** From now on the process must not outlive us. */
    public void adopt(long pid) {
        tell("+ " + pid);
    }

    /** The process has ended; its id may soon belong to somebody else. */
    public void release(long pid) {
        tell("- " + pid);
    }

    private synchronized void tell(String line) {
        try {
            told.write(line + "\n");
            told.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard against orphans is gone", e);
        }
    }

    /** Ends the guard, and with it whatever was adopted and not released. */
    @Override
    public synchronized void close() {
        try {
            told.close();
            if (!shell.waitFor(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The guard against orphans does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The guard against orphans is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
