package org.exops.registry.knowledge.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.knowledge.model.Hit;

/** The columns of a search, in the order in which {@link SearchStatement} selects them. */
final class HitRow {
    private static final List<String> PARTS = List.of("title, key or tags", "hypothesis", "lessons", "review");

    private HitRow() {}

    static Hit hit(Object[] row) {
        return new Hit(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Target.valueOf((String) row[4]),
                Outcome.valueOf((String) row[5]),
                Instant.EPOCH.plus((Long) row[6], ChronoUnit.MICROS),
                (Double) row[7],
                (String) row[8],
                why(row));
    }

    private static List<String> why(Object[] row) {
        List<String> why = new ArrayList<>();
        for (int part = 0; part < PARTS.size(); part++) {
            if ((Boolean) row[9 + part]) {
                why.add("the words are in its " + PARTS.get(part));
            }
        }
        return why;
    }
}
