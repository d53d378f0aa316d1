/** The strategies that scoring published, as a read model. */
@NullMarked
package org.exops.registry.strategy;

import org.jspecify.annotations.NullMarked;
