/** Fixtures that every feature's tests share. */
@NullMarked
package org.exops.registry;

import org.jspecify.annotations.NullMarked;
