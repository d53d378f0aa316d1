/** Changes that must know what they change: entity tags from revisions, and the precondition on them (RFC 9110). */
@NullMarked
package org.exops.kit.concurrency;

import org.jspecify.annotations.NullMarked;
