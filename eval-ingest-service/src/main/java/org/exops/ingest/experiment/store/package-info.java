/** Experiments in PostgreSQL. */
@NullMarked
package org.exops.ingest.experiment.store;

import org.jspecify.annotations.NullMarked;
