/** Reviews in PostgreSQL. */
@NullMarked
package org.exops.registry.review.store;

import org.jspecify.annotations.NullMarked;
