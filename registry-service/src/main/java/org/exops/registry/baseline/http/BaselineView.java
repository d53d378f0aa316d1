package org.exops.registry.baseline.http;

import java.time.LocalDate;
import java.util.UUID;
import org.exops.registry.baseline.model.Baseline;

/** A baseline; {@code due} tells whether the day of its recheck has come. */
public record BaselineView(
        UUID id, long revision, String item, LocalDate baselineDate, LocalDate recheckBy, String source, boolean due) {
    static BaselineView of(Baseline baseline, LocalDate today) {
        Baseline.Terms terms = baseline.terms();
        return new BaselineView(
                baseline.id(),
                baseline.revision(),
                terms.item(),
                terms.baselineDate(),
                terms.recheckBy(),
                terms.source(),
                baseline.isDue(today));
    }
}
