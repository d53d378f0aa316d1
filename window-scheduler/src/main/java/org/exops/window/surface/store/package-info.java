/** Surfaces in PostgreSQL. */
@NullMarked
package org.exops.window.surface.store;

import org.jspecify.annotations.NullMarked;
