/** The ledger of what was decided on each surface. */
@NullMarked
package org.exops.window.enforcement;

import org.jspecify.annotations.NullMarked;
