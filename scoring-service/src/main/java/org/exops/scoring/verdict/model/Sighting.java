package org.exops.scoring.verdict.model;

import java.util.Map;

/**
 * What a look saw, as far as it tells whether another one is due.
 *
 * @param circumstances status, admission and tier
 * @param runs what committed eval runs have brought; they count whole, so any change of it is one
 * @param units deciding n by treatment
 * @param milestones how many minimum n, burn-ins and N are reached
 */
public record Sighting(String circumstances, String runs, Map<String, Long> units, int milestones) {
    private static final double GROWTH = 0.01;
    private static final long FEWEST = 10;

    /** Whether what is seen now asks for a look after {@code last}: looks grow with log n, and no change of state waits. */
    public boolean differsEnoughFrom(Sighting last) {
        return !circumstances.equals(last.circumstances)
                || !runs.equals(last.runs)
                || milestones != last.milestones
                || units.entrySet().stream()
                        .anyMatch(now -> grew(now.getValue(), last.units.getOrDefault(now.getKey(), 0L)));
    }

    private static boolean grew(long now, long before) {
        long more = now - before;
        return more >= FEWEST && more >= GROWTH * before;
    }
}
