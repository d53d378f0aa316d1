package org.exops.scoring.decision.model;

import org.jspecify.annotations.Nullable;

/**
 * The treatment against its budget: estimates with the upper bounds that decide.
 *
 * @param within false when a limit is asked and its bound is unknown
 */
public record BudgetOutcome(
        @Nullable Double costUsd,
        @Nullable Double costUpperUsd,
        @Nullable Double p95Millis,
        @Nullable Double p95UpperMillis,
        boolean within) {}
