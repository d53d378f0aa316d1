/** What a strategy is. */
@NullMarked
package org.exops.scoring.strategy.model;

import org.jspecify.annotations.NullMarked;
