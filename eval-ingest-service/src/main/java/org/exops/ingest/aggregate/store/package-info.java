/** Aggregates in PostgreSQL. */
@NullMarked
package org.exops.ingest.aggregate.store;

import org.jspecify.annotations.NullMarked;
