package org.exops.registry.baseline.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.exops.registry.baseline.model.Baseline;

/** A row of {@code baseline}. */
@Entity
@Table(name = "baseline")
class BaselineRow {
    @Id
    UUID id = new UUID(0, 0);

    long revision;
    String item = "";

    @Column(name = "baseline_date")
    LocalDate baselineDate = LocalDate.EPOCH;

    @Column(name = "recheck_by")
    LocalDate recheckBy = LocalDate.EPOCH;

    String source = "";

    static BaselineRow of(Baseline baseline) {
        BaselineRow row = new BaselineRow();
        row.id = baseline.id();
        row.take(baseline);
        return row;
    }

    void take(Baseline baseline) {
        revision = baseline.revision();
        item = baseline.terms().item();
        baselineDate = baseline.terms().baselineDate();
        recheckBy = baseline.terms().recheckBy();
        source = baseline.terms().source();
    }

    Baseline baseline() {
        return new Baseline(id, revision, new Baseline.Terms(item, baselineDate, recheckBy, source));
    }
}
