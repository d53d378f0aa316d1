package org.exops.scoring.strategy.model;

import java.time.Instant;

/** One version of a strategy as it was published; versions count from 1. */
public record PublishedStrategy(
        String name, long version, StrategyNumbers numbers, String publishedBy, Instant publishedAt) {}
