/** Who calls, what they may do, and how often; nothing is open that is not listed as open. */
@NullMarked
package org.exops.kit.security;

import org.jspecify.annotations.NullMarked;
