package org.exops.registry.knowledge.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;

/**
 * A remembered experiment that a search found.
 *
 * @param rank greater is closer; 0 without a question
 * @param snippet where the words stand, in {@code **}
 * @param why which parts of it hold the words
 */
public record Hit(
        UUID experimentId,
        String experiment,
        String title,
        String surface,
        Target target,
        Outcome decision,
        Instant decidedAt,
        double rank,
        String snippet,
        List<String> why) {
    public Hit {
        why = List.copyOf(why);
    }
}
