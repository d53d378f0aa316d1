/** Where experiments run: owners, limits and fencing tokens. */
@NullMarked
package org.exops.window.surface;

import org.jspecify.annotations.NullMarked;
