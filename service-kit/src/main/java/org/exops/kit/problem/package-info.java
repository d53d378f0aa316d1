/** One error shape for everything a service refuses: problem details (RFC 9457) from one catalogue of types. */
@NullMarked
package org.exops.kit.problem;

import org.jspecify.annotations.NullMarked;
