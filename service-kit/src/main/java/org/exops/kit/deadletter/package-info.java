/** What could not be handled is kept with its reason and blocks nobody. */
@NullMarked
package org.exops.kit.deadletter;

import org.jspecify.annotations.NullMarked;
