package org.exops.local.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What has been started, to be stopped in the reverse order, once, by whoever comes first. */
final class StopSequence implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Remembers what was started; stops it at once when everything else has been stopped meanwhile. */
    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        if (closed) {
            close();
            throw new StartFailure("Stopped while starting.");
        }
        return part;
    }

    /** The same for what nobody asks for again. */
    void remember(AutoCloseable part) {
        AutoCloseable remembered = add(part);
        assert remembered == part;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops all, also when one of them fails to. */
    @Override
    public synchronized void close() {
        closed = true;
        List<Exception> failures = new ArrayList<>();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("Not everything stopped as it should");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
