package org.exops.registry.baseline.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.exops.registry.baseline.model.Recheck;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code baseline_recheck}; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "baseline_recheck")
class RecheckRow {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "baseline_id")
    UUID baselineId = new UUID(0, 0);

    Instant at = Instant.EPOCH;
    String actor = "";

    @Column(name = "recheck_by")
    LocalDate recheckBy = LocalDate.EPOCH;

    @Nullable
    String note;

    static RecheckRow of(Recheck recheck) {
        RecheckRow row = new RecheckRow();
        row.id = recheck.id();
        row.baselineId = recheck.baseline();
        row.at = recheck.at();
        row.actor = recheck.actor();
        row.recheckBy = recheck.recheckBy();
        row.note = recheck.note();
        return row;
    }
}
