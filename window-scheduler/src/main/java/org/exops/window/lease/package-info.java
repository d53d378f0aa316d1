/** The right to run: who asks, who waits, who holds a slot, and when it ends. */
@NullMarked
package org.exops.window.lease;

import org.jspecify.annotations.NullMarked;
