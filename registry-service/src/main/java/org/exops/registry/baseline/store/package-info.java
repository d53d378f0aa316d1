/** Baselines in PostgreSQL. */
@NullMarked
package org.exops.registry.baseline.store;

import org.jspecify.annotations.NullMarked;
