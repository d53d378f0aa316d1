package org.exops.registry.knowledge.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;

/** A concluded experiment as it is remembered. */
public record Remembered(
        UUID experimentId, String experiment, Instant decidedAt, Outcome decision, Subject subject, Text text) {

    /** What it was about. */
    public record Subject(String surface, Target target) {}

    /** What can be found again, the weightiest first. */
    public record Text(String title, String hypothesis, String lessons, List<String> tags, String review) {
        public Text {
            tags = List.copyOf(tags);
        }
    }
}
