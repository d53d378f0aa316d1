package org.exops.registry.experiment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.HistoryEntry;
import org.exops.registry.experiment.model.Status;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment_history}; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "experiment_history")
class HistoryRow {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "experiment_id")
    UUID experimentId = new UUID(0, 0);

    long revision;
    Instant at = Instant.EPOCH;
    String actor = "";

    @Enumerated(EnumType.STRING)
    Change change = Change.CREATED;

    @Enumerated(EnumType.STRING)
    Status status = Status.DRAFT;

    @Nullable
    String reason;

    static HistoryRow of(HistoryEntry entry) {
        HistoryRow row = new HistoryRow();
        row.id = entry.id();
        row.experimentId = entry.experimentId();
        row.revision = entry.revision();
        row.at = entry.at();
        row.actor = entry.actor();
        row.change = entry.what();
        row.status = entry.status();
        row.reason = entry.reason();
        return row;
    }

    HistoryEntry entry() {
        return new HistoryEntry(id, experimentId, revision, at, actor, change, status, reason);
    }
}
