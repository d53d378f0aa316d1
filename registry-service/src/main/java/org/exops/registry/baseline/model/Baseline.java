package org.exops.registry.baseline.model;

import java.time.LocalDate;
import java.util.UUID;

/** A practice or rule that the platform relies on. */
public record Baseline(UUID id, long revision, Terms terms) {

    /** Whether the day of its recheck has come. */
    public boolean isDue(LocalDate today) {
        return !terms.recheckBy().isAfter(today);
    }

    /** Whether the day of its recheck has passed. */
    public boolean isOverdue(LocalDate today) {
        return terms.recheckBy().isBefore(today);
    }

    public Baseline changed(Terms other) {
        return new Baseline(id, revision + 1, other);
    }

    /** It was looked at on {@code today} and holds until {@code next}. */
    public Baseline rechecked(LocalDate today, LocalDate next) {
        return changed(new Terms(terms.item(), today, next, terms.source()));
    }

    /**
     * What people write about it.
     *
     * @param baselineDate when it was last found to hold
     * @param recheckBy when that should be looked at again
     * @param source the primary one, as a URL
     */
    public record Terms(String item, LocalDate baselineDate, LocalDate recheckBy, String source) {}
}
