/** Lists by keyset: a page, and an opaque cursor to the next one, whose cost does not grow with its distance. */
@NullMarked
package org.exops.kit.paging;

import org.jspecify.annotations.NullMarked;
