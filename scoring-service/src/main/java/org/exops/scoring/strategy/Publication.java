package org.exops.scoring.strategy;

import org.exops.scoring.strategy.model.PublishedStrategy;

/** How an attempt to publish ended. */
public sealed interface Publication {
    /** The first version of a new name. */
    record Created(PublishedStrategy strategy) implements Publication {}

    /** A new version of a known name, or the standing one when its numbers are the same. */
    record Revised(PublishedStrategy strategy) implements Publication {}

    /** Somebody published since the caller read. */
    record Stale(long version) implements Publication {}

    /** The precondition names a version of a strategy that does not exist. */
    record Missing() implements Publication {}
}
