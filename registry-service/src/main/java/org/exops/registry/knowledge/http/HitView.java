package org.exops.registry.knowledge.http;

import java.time.Instant;
import java.util.List;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.knowledge.model.Hit;

/** A concluded experiment that a search found; its review stands at {@code review}. */
public record HitView(
        String experiment,
        String title,
        String surface,
        Target target,
        Outcome decision,
        Instant decidedAt,
        double rank,
        String snippet,
        List<String> why,
        String review) {
    static HitView of(Hit hit) {
        return new HitView(
                hit.experiment(),
                hit.title(),
                hit.surface(),
                hit.target(),
                hit.decision(),
                hit.decidedAt(),
                hit.rank(),
                hit.snippet(),
                hit.why(),
                "/api/v1/experiments/" + hit.experiment() + "/review");
    }
}
