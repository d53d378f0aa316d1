/** What takes part in a database transaction, whichever client opened it. */
@NullMarked
package org.exops.kit.transaction;

import org.jspecify.annotations.NullMarked;
