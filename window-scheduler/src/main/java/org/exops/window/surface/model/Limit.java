package org.exops.window.surface.model;

/**
 * How many experiments may run beside each other on a surface; fails with {@link IllegalArgumentException} when it makes no sense.
 *
 * @param maxConcurrent at least 1
 * @param maxHighRisk how many of them may be high-risk; 0 takes none
 */
public record Limit(int maxConcurrent, int maxHighRisk) {
    public static final Limit DEFAULT = new Limit(1, 1);

    public Limit {
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("maxConcurrent is at least 1");
        }
        if (maxHighRisk < 0 || maxHighRisk > maxConcurrent) {
            throw new IllegalArgumentException("maxHighRisk lies between 0 and maxConcurrent");
        }
    }
}
