/** Strategies in PostgreSQL. */
@NullMarked
package org.exops.scoring.strategy.store;

import org.jspecify.annotations.NullMarked;
