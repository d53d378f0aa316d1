/** A strategy's numbers. */
@NullMarked
package org.exops.registry.strategy.model;

import org.jspecify.annotations.NullMarked;
