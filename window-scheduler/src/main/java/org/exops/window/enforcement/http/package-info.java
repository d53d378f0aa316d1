/** The ledger as readers see it. */
@NullMarked
package org.exops.window.enforcement.http;

import org.jspecify.annotations.NullMarked;
