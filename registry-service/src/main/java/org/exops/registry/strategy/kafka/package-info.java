/** Hears of published strategies. */
@NullMarked
package org.exops.registry.strategy.kafka;

import org.jspecify.annotations.NullMarked;
