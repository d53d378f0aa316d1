/** Remembers what concluded experiments taught, and finds it again. */
@NullMarked
package org.exops.registry.knowledge;

import org.jspecify.annotations.NullMarked;
