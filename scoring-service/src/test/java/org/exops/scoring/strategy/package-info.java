@NullMarked
package org.exops.scoring.strategy;

import org.jspecify.annotations.NullMarked;
