package org.exops.scoring.decision.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier looks leave to the next one, for one treatment.
 *
 * @param settled the lowest recommendation since the ordinary test was made; absent before it
 * @param settledUnits n at that test
 * @param grounds the reasons for it then
 * @param lower the greatest lower bound of S seen
 * @param upper the least upper bound of S seen
 */
public record Past(
        String treatment,
        @Nullable Recommendation settled,
        long settledUnits,
        List<Reason> grounds,
        @Nullable Double lower,
        @Nullable Double upper) {

    public Past {
        grounds = List.copyOf(grounds);
    }

    /** No look was taken yet. */
    public static Past none(String treatment) {
        return new Past(treatment, null, 0, List.of(), null, null);
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
                grounds,
                lower == null ? newLower : StrictMath.max(lower, newLower),
                upper == null ? newUpper : StrictMath.min(upper, newUpper));
    }

    /** What the ordinary test said, or a later look that is more cautious; anything bolder changes nothing. */
    Past settledAs(Recommendation recommendation, long units, List<Reason> reasons) {
        if (settled == null) {
            return new Past(treatment, recommendation, units, reasons, lower, upper);
        }
        return recommendation.compareTo(settled) > 0
                ? new Past(treatment, recommendation, settledUnits, reasons, lower, upper)
                : this;
    }
}
