/** Strategies in PostgreSQL. */
@NullMarked
package org.exops.registry.strategy.store;

import org.jspecify.annotations.NullMarked;
