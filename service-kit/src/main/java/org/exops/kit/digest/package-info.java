/** Digests over canonical JSON. */
@NullMarked
package org.exops.kit.digest;

import org.jspecify.annotations.NullMarked;
