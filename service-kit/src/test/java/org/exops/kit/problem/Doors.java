package org.exops.kit.problem;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What the test's resource has done, and a gate that holds what it does. */
public final class Doors {
    private static final AtomicInteger BUILT = new AtomicInteger();
    private static volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private static volatile CompletableFuture<Void> held = new CompletableFuture<>();

    private Doors() {}

    static int build() {
        return BUILT.incrementAndGet();
    }

    static CompletableFuture<Void> gate() {
        return gate;
    }

    /** How many requests reached the resource. */
    public static int built() {
        return BUILT.get();
    }

    /** From now on requests wait. */
    public static void close() {
        held = new CompletableFuture<>();
        gate = held;
    }

    /** New requests no longer wait; those that do go on waiting. */
    public static void openForNew() {
        gate = CompletableFuture.completedFuture(null);
    }

    public static void open() {
        openForNew();
        boolean unused = held.complete(null);
    }
}
