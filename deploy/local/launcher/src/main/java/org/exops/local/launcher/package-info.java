/** Starts everything on one machine and stops it without a trace. */
@NullMarked
package org.exops.local.launcher;

import org.jspecify.annotations.NullMarked;
