/** Variants in PostgreSQL. */
@NullMarked
package org.exops.registry.variant.store;

import org.jspecify.annotations.NullMarked;
