package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Sends statements of one transaction without waiting for each other's answers; the connection keeps their order. It is what keeps
 * the time under a tree's lock short: one round trip in place of one per statement.
 */
public final class Pipeline {
    private Pipeline() {}

    /** Ends when all have ended; fails with the first failure, upon which the transaction rolls back. */
    public static Uni<Void> inOrder(List<Uni<Void>> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(statements).andFailFast().replaceWithVoid();
    }
}
