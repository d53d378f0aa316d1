package org.exops.scoring.decision.model;

import org.jspecify.annotations.Nullable;

/**
 * What one look at one treatment saw and spent.
 *
 * @param score absent below ten clusters
 * @param ordinaryTest whether this look made the one ordinary test
 * @param alphaSpent of the treatment's share of α, up to and including this look
 * @param past what the next look has to know
 */
public record Look(
        long n, long clusters, @Nullable SeenScore score, boolean ordinaryTest, double alphaSpent, Past past) {

    /**
     * S with its always-valid 95% interval.
     *
     * @param evidence e-value against "S ≤ 0"
     */
    public record SeenScore(double value, double standardError, double lower, double upper, double evidence) {}
}
