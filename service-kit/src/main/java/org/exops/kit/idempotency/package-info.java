/** Repetition that changes nothing: a POST with an {@code Idempotency-Key} is done once, and its answer is given again. */
@NullMarked
package org.exops.kit.idempotency;

import org.jspecify.annotations.NullMarked;
