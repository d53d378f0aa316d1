@NullMarked
package org.exops.scoring.strategy.http;

import org.jspecify.annotations.NullMarked;
