/** Practices that the platform relies on, and when they must be checked again. */
@NullMarked
package org.exops.registry.baseline;

import org.jspecify.annotations.NullMarked;
