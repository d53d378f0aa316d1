package org.exops.scoring.statistics.model;

import java.util.List;

/**
 * Empirical Bayes for effects that belong together (normal-normal; Morris 1983), with the variance between them by Paule-Mandel.
 *
 * @param betweenVariance τ²
 * @param centre the weighted mean that effects are drawn to
 * @param effects posterior means, in the order given
 */
public record Shrinkage(double betweenVariance, double centre, List<Posterior> effects) {
    private static final int HALVINGS = 200;

    /** One effect after shrinkage; {@code drawn} is the weight of the centre in it. */
    public record Posterior(double mean, double standardDeviation, double drawn) {}

    /** An effect that does not vary stays as it is; fewer than two others have nothing to be drawn to. */
    public static Shrinkage of(List<Estimate> estimates) {
        List<Estimate> varying =
                estimates.stream().filter(one -> one.standardError() > 0).toList();
        if (varying.size() < 2) {
            return new Shrinkage(
                    0,
                    estimates.isEmpty() ? 0 : estimates.get(0).value(),
                    estimates.stream()
                            .map(one -> new Posterior(one.value(), one.standardError(), 0))
                            .toList());
        }
        double between = pauleMandel(varying);
        double centre = centre(varying, between);
        double weights = weights(varying, between);
        return new Shrinkage(
                between,
                centre,
                estimates.stream()
                        .map(one -> posterior(one, between, centre, weights))
                        .toList());
    }

    private static Posterior posterior(Estimate one, double between, double centre, double weights) {
        double variance = one.standardError() * one.standardError();
        if (variance == 0) {
            return new Posterior(one.value(), 0, 0);
        }
        double drawn = variance / (variance + between);
        double mean = drawn * centre + (1 - drawn) * one.value();
        return new Posterior(mean, StrictMath.sqrt((1 - drawn) * variance + drawn * drawn / weights), drawn);
    }

    // The generalised Q falls in τ², so halving the bracket finds the one root; where Q(0) is small already, τ² is 0.
    private static double pauleMandel(List<Estimate> estimates) {
        double expected = estimates.size() - 1;
        if (heterogeneity(estimates, 0) <= expected) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (heterogeneity(estimates, high) > expected) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > 0; i++) {
            double middle = (low + high) / 2;
            if (heterogeneity(estimates, middle) > expected) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double heterogeneity(List<Estimate> estimates, double between) {
        double centre = centre(estimates, between);
        double total = 0;
        for (Estimate one : estimates) {
            double distance = one.value() - centre;
            total += distance * distance / (one.standardError() * one.standardError() + between);
        }
        return total;
    }

    private static double centre(List<Estimate> estimates, double between) {
        double total = 0;
        for (Estimate one : estimates) {
            total += one.value() / (one.standardError() * one.standardError() + between);
        }
        return total / weights(estimates, between);
    }

    private static double weights(List<Estimate> estimates, double between) {
        double total = 0;
        for (Estimate one : estimates) {
            total += 1 / (one.standardError() * one.standardError() + between);
        }
        return total;
    }
}
