/** One entry of the ledger. */
@NullMarked
package org.exops.window.enforcement.model;

import org.jspecify.annotations.NullMarked;
