/** Strategies and sizes over HTTP. */
@NullMarked
package org.exops.scoring.strategy.http;

import org.jspecify.annotations.NullMarked;
