/** Events leave a service in the transaction that caused them; a relay sends them in order. */
@NullMarked
package org.exops.kit.outbox;

import org.jspecify.annotations.NullMarked;
