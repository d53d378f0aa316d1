package org.exops.scoring.decision.model;

import org.jspecify.annotations.Nullable;

/**
 * What earlier looks leave to the next one, for one treatment.
 *
 * @param settled the lowest recommendation since the ordinary test was made; absent before it
 * @param settledUnits n at that test
 * @param lower the greatest lower bound of S seen
 * @param upper the least upper bound of S seen
 */
public record Past(
        String treatment,
        @Nullable Recommendation settled,
        long settledUnits,
        @Nullable Double lower,
        @Nullable Double upper) {

    /** No look was taken yet. */
    public static Past none(String treatment) {
        return new Past(treatment, null, 0, null, null);
    }

    /** Bounds intersect over time; when nothing is left, what is measured has changed. */
    boolean drifted() {
        return lower != null && upper != null && lower > upper;
    }

    Past narrowed(double newLower, double newUpper) {
        return new Past(
                treatment,
                settled,
                settledUnits,
                lower == null ? newLower : StrictMath.max(lower, newLower),
                upper == null ? newUpper : StrictMath.min(upper, newUpper));
    }

    Past settledAs(Recommendation recommendation, long units) {
        return settled == null
                ? new Past(treatment, recommendation, units, lower, upper)
                : new Past(treatment, settled.lowered(recommendation), settledUnits, lower, upper);
    }
}
