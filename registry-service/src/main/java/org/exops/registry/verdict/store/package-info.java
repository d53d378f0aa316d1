/** Verdicts in PostgreSQL. */
@NullMarked
package org.exops.registry.verdict.store;

import org.jspecify.annotations.NullMarked;
