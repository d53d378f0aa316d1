/** Surfaces as operators see them. */
@NullMarked
package org.exops.window.surface.http;

import org.jspecify.annotations.NullMarked;
