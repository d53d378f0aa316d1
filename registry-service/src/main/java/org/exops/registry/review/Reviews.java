package org.exops.registry.review;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.exops.registry.review.model.Review;

/** The reviews of concluded experiments, as they were written at the conclusion. */
public interface Reviews {

    /** In the caller's transaction; a review is never rewritten. */
    Uni<Void> keep(UUID experiment, Review review);

    Uni<Optional<Review>> find(UUID experiment);
}
