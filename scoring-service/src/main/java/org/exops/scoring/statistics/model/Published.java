package org.exops.scoring.statistics.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounds what is stored, compared or hashed to 12 significant digits, half even, so that every JVM and the native image
 * replay to the same bytes although their last bits differ.
 */
public final class Published {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private Published() {}

    /** The rounded value; a negative zero becomes zero, NaN and infinities are refused. */
    public static double of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Not a number that can be published: " + value);
        }
        // Adding zero turns −0.0 into 0.0, which would otherwise print, and so hash, differently.
        return new BigDecimal(value).round(DIGITS).doubleValue() + 0.0;
    }
}
