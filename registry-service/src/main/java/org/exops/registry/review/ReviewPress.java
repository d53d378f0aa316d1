package org.exops.registry.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.exops.registry.baseline.Baselines;
import org.exops.registry.experiment.Admissions;
import org.exops.registry.experiment.Experiments;
import org.exops.registry.experiment.PriorAttempts;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.review.model.Review;
import org.exops.registry.review.model.ReviewSources;
import org.exops.registry.review.model.ReviewWriter;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Gathers what a review speaks of, and writes it. */
@ApplicationScoped
class ReviewPress {
    private final Experiments experiments;
    private final Admissions admissions;
    private final PriorAttempts attempts;
    private final Baselines baselines;
    private final Clock clock;

    ReviewPress(
            Experiments experiments, Admissions admissions, PriorAttempts attempts, Baselines baselines, Clock clock) {
        this.experiments = experiments;
        this.admissions = admissions;
        this.attempts = attempts;
        this.baselines = baselines;
        this.clock = clock;
    }

    Uni<Review> write(Experiment experiment, @Nullable Verdict verdict) {
        String key = experiment.identity().key();
        return admissions
                .of(experiment.identity().id())
                .chain(admitted -> attempts.similarTo(key, experiment.configuration())
                        .chain(similar -> experiments
                                .successors(key)
                                .chain(successors -> baselines
                                        .all()
                                        .map(relied -> new ReviewSources(
                                                experiment,
                                                verdict,
                                                admitted,
                                                similar,
                                                successors,
                                                relied,
                                                LocalDate.now(clock)))
                                        .map(sources -> new ReviewWriter(sources).write()))));
    }
}
