package org.exops.registry.baseline.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody looked at a baseline again and found that it holds. */
public record Recheck(
        UUID id,
        UUID baseline,
        Instant at,
        String actor,
        LocalDate recheckBy,
        @Nullable String note) {}
