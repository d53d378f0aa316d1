/** Time and the identifiers that follow it. */
@NullMarked
package org.exops.kit.clock;

import org.jspecify.annotations.NullMarked;
