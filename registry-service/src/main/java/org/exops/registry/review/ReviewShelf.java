package org.exops.registry.review;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.exops.registry.experiment.Experiments;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.review.model.Review;
import org.exops.registry.verdict.Verdicts;

/** Shows reviews: as written at the conclusion, or before it a preview of what is known. */
@ApplicationScoped
public class ReviewShelf {
    private final Experiments experiments;
    private final Verdicts verdicts;
    private final Reviews reviews;
    private final ReviewPress press;

    ReviewShelf(Experiments experiments, Verdicts verdicts, Reviews reviews, ReviewPress press) {
        this.experiments = experiments;
        this.verdicts = verdicts;
        this.reviews = reviews;
        this.press = press;
    }

    /** By id or key; empty when there is no such experiment. */
    @WithSession
    public Uni<Optional<Review>> find(String reference) {
        return experiments
                .find(reference)
                .chain(found -> found.map(experiment -> show(experiment).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Review> show(Experiment experiment) {
        return reviews.find(experiment.identity().id())
                .chain(written ->
                        written.map(review -> Uni.createFrom().item(review)).orElseGet(() -> preview(experiment)));
    }

    private Uni<Review> preview(Experiment experiment) {
        return verdicts.newest(experiment.identity().id())
                .chain(newest -> press.write(experiment, newest.orElse(null)));
    }
}
