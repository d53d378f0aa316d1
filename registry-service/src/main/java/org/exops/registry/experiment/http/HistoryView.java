package org.exops.registry.experiment.http;

import java.time.Instant;
import java.util.UUID;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.HistoryEntry;
import org.exops.registry.experiment.model.Status;
import org.jspecify.annotations.Nullable;

/** One line of an experiment's history. */
public record HistoryView(
        UUID id,
        long revision,
        Instant at,
        String actor,
        Change what,
        Status status,
        @Nullable String reason) {
    static HistoryView of(HistoryEntry entry) {
        return new HistoryView(
                entry.id(), entry.revision(), entry.at(), entry.actor(), entry.what(), entry.status(), entry.reason());
    }
}
