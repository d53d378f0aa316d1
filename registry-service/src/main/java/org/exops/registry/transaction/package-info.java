/** The seam between Hibernate Reactive and the kit's outbox. */
@NullMarked
package org.exops.registry.transaction;

import org.jspecify.annotations.NullMarked;
