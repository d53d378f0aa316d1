/**
 * Closed-form statistics over sufficient statistics: plain arithmetic with {@link StrictMath} and a fixed order of summation.
 *
 * <p>Shares and quality are in [0,1], money is US dollars, latency is milliseconds. NaN and infinities are refused at the door
 * ({@link IllegalArgumentException}), so no answer is ever NaN.
 */
@NullMarked
package org.exops.scoring.statistics.model;

import org.jspecify.annotations.NullMarked;
