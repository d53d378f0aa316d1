package org.exops.scoring.statistics.model;

import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The asymptotic confidence sequence of Waudby-Smith et al. (Ann. Statist. 52(6), 2024; arXiv 2103.06476): bounds that hold at
 * every look at once. With {@code x = c·n/N*}, tightest around {@code n = N*}.
 *
 * @param alpha the error over all looks, in (0, ½)
 * @param unitsAtDecision N*, in the units of n
 */
public record ConfidenceSequence(double alpha, long unitsAtDecision) {
    // An e-value past this says no more, and JSON knows no infinity.
    private static final double MOST_EVIDENCE = 1e300;

    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 0.5) || unitsAtDecision < 1) {
            throw new IllegalArgumentException("No sequence at alpha " + alpha + " for " + unitsAtDecision + " units");
        }
    }

    /** Lower bound, one-sided. */
    public double lower(Estimate estimate) {
        return estimate.below(oneSidedMultiplier(estimate.n()));
    }

    /** Upper bound, one-sided. */
    public double upper(Estimate estimate) {
        return estimate.above(oneSidedMultiplier(estimate.n()));
    }

    /** Two-sided interval. */
    public Interval interval(Estimate estimate) {
        double multiplier = twoSidedMultiplier(estimate.n());
        return new Interval(estimate.below(multiplier), estimate.above(multiplier));
    }

    /** Half the width of the one-sided bound in standard errors (eq. 134, with c from 2α). */
    public double oneSidedMultiplier(long n) {
        double x = scaled(n, 2 * alpha);
        return StrictMath.sqrt(2 * (x + 1) / x * StrictMath.log(1 + StrictMath.sqrt(x + 1) / (2 * alpha)));
    }

    /** Half the width of the two-sided interval in standard errors (eq. 9). */
    public double twoSidedMultiplier(long n) {
        double x = scaled(n, alpha);
        return StrictMath.sqrt(2 * (x + 1) / x * StrictMath.log(StrictMath.sqrt(x + 1) / alpha));
    }

    /**
     * Evidence against "θ ≤ origin": the one-sided normal mixture {@code 2(x+1)^−½ · exp(u²/2) · Φ(u)} (Howard et al., Ann.
     * Statist. 49(2), 2021); at least 1/α rejects, at any look.
     */
    public double evidenceAbove(Estimate estimate, double origin) {
        return oneSidedEvidence(estimate.standardised(origin), estimate.n());
    }

    /** Evidence against "θ ≥ origin". */
    public double evidenceBelow(Estimate estimate, double origin) {
        return oneSidedEvidence(-estimate.standardised(origin), estimate.n());
    }

    /** Evidence against "θ = origin": {@code (x+1)^−½ · exp(½z²x/(x+1))}. */
    public double evidenceAgainst(Estimate estimate, double origin) {
        double x = scaled(estimate.n(), alpha);
        double z = estimate.standardised(origin);
        return bounded(StrictMath.exp(0.5 * z * z * x / (x + 1)) / StrictMath.sqrt(x + 1));
    }

    private double oneSidedEvidence(double z, long n) {
        double x = scaled(n, 2 * alpha);
        double u = z * StrictMath.sqrt(x / (x + 1));
        // exp(u²/2)·Φ(u) as one scaled function: apart, the factors over- and underflow.
        return bounded(Erfcx.value(-u / StrictMath.sqrt(2)) / StrictMath.sqrt(x + 1));
    }

    private double scaled(long n, double level) {
        if (n < 1) {
            throw new IllegalArgumentException("No look without an observation");
        }
        double spread = -2 * StrictMath.log(level);
        return (spread + StrictMath.log(1 + spread)) * n / unitsAtDecision;
    }

    private static double bounded(double evidence) {
        return Published.of(StrictMath.min(evidence, MOST_EVIDENCE));
    }
}
