package org.exops.registry.review.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.exops.registry.review.Reviews;
import org.exops.registry.review.model.Review;

/** Reviews in PostgreSQL. */
@ApplicationScoped
class PgReviews implements Reviews, PanacheRepositoryBase<ReviewRow, UUID> {

    @Override
    public Uni<Void> keep(UUID experiment, Review review) {
        return persistAndFlush(ReviewRow.of(experiment, review)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Review>> find(UUID experiment) {
        return findById(experiment).map(row -> Optional.ofNullable(row).map(ReviewRow::review));
    }
}
