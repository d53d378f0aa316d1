package org.exops.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL whose launcher was killed: it still holds port and data. Only for who holds the lock on its directory, since that
 * says that its launcher is gone.
 */
final class Orphan {
    private static final long PATIENCE_SECONDS = 5;

    private Orphan() {}

    /** Ends the PostgreSQL that the file names, if it still runs. */
    static void end(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            // The pid may be somebody else's by now.
            ProcessHandle.of(pid)
                    .filter(it -> it.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(Orphan::end);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static void end(ProcessHandle orphan) {
        try {
            if (orphan.destroy()) {
                awaitEnd(orphan);
            }
        } catch (TimeoutException clientsAreStillConnected) {
            kill(orphan);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot end the PostgreSQL with pid " + orphan.pid(), e);
        }
    }

    /** Loses nothing: its write-ahead log brings everything back. */
    private static void kill(ProcessHandle orphan) {
        try {
            if (orphan.destroyForcibly()) {
                awaitEnd(orphan);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot end the PostgreSQL with pid " + orphan.pid(), e);
        }
    }

    private static void awaitEnd(ProcessHandle orphan)
            throws InterruptedException, ExecutionException, TimeoutException {
        orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
