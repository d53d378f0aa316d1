package org.exops.kit.transaction;

import io.smallrye.mutiny.Uni;

/** Runs statements in a transaction that somebody else has opened and will end. */
@FunctionalInterface
public interface Sql {

    /**
     * Executes one statement.
     *
     * @param statement with {@code $1}, {@code $2} … as placeholders
     * @return the number of rows that it changed
     */
    Uni<Integer> execute(String statement, Object... arguments);
}
