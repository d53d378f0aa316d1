/** Experiments in PostgreSQL. */
@NullMarked
package org.exops.registry.experiment.store;

import org.jspecify.annotations.NullMarked;
