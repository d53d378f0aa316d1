/** The ledger in PostgreSQL, where its rows are chained and cannot be changed. */
@NullMarked
package org.exops.window.enforcement.store;

import org.jspecify.annotations.NullMarked;
