/** The window scheduler: decides which experiments may run, and when. */
@NullMarked
package org.exops.window;

import org.jspecify.annotations.NullMarked;
