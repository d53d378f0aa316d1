/** Eval runs and their chunks in PostgreSQL. */
@NullMarked
package org.exops.ingest.run.store;

import org.jspecify.annotations.NullMarked;
