package org.exops.registry.experiment.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, when and why; never altered.
 *
 * @param revision of the experiment after it
 * @param status of the experiment after it
 */
public record HistoryEntry(
        UUID id,
        UUID experimentId,
        long revision,
        Instant at,
        String actor,
        Change what,
        Status status,
        @Nullable String reason) {}
