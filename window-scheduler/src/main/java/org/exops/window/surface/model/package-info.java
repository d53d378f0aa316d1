/** What a surface is and allows. */
@NullMarked
package org.exops.window.surface.model;

import org.jspecify.annotations.NullMarked;
