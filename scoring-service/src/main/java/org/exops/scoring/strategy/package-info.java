/** Named, versioned weights of cost and risk against quality. */
@NullMarked
package org.exops.scoring.strategy;

import org.jspecify.annotations.NullMarked;
