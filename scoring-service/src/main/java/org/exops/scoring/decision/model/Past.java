package org.exops.scoring.decision.model;

import org.jspecify.annotations.Nullable;

/**
 * What earlier looks leave to the next one, for one treatment.
 *
 * @param settlement absent before the ordinary test was made
 * @param bounds absent before the burn-in
 */
public record Past(
        String treatment,
        @Nullable Settlement settlement,
        @Nullable Bounds bounds) {

    /**
     * The intersection of the intervals of S seen, since it has had or lacked its cost part: with and without it are two
     * quantities, and their bounds do not meet.
     *
     * @param lower the greatest lower bound
     * @param upper the least upper bound
     */
    public record Bounds(double lower, double upper, boolean costUnknown) {}

    /** No look was taken yet. */
    public static Past none(String treatment) {
        return new Past(treatment, null, null);
    }

    /** What the ordinary test recommended, or a later look that was more cautious. */
    @Nullable
    Recommendation settled() {
        return settlement == null ? null : settlement.recommendation();
    }

    /** Bounds intersect over time; when nothing is left, what is measured has changed. */
    boolean drifted() {
        return bounds != null && bounds.lower() > bounds.upper();
    }

    Past narrowed(Bounds seen) {
        Bounds narrowed = bounds == null || bounds.costUnknown() != seen.costUnknown()
                ? seen
                : new Bounds(
                        StrictMath.max(bounds.lower(), seen.lower()),
                        StrictMath.min(bounds.upper(), seen.upper()),
                        seen.costUnknown());
        return new Past(treatment, settlement, narrowed);
    }

    Past settledAs(Settlement said) {
        return new Past(treatment, said, bounds);
    }
}
