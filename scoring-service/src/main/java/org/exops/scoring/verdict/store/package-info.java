/** Dockets and the ledger in PostgreSQL. */
@NullMarked
package org.exops.scoring.verdict.store;

import org.jspecify.annotations.NullMarked;
