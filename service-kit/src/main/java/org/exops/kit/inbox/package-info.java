/** Events arrive at least once and take effect once. */
@NullMarked
package org.exops.kit.inbox;

import org.jspecify.annotations.NullMarked;
