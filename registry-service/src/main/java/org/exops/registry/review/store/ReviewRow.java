package org.exops.registry.review.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.registry.review.model.Review;
import org.exops.registry.transaction.DocumentColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code review}; the database refuses to change one. */
@Entity
@RegisterForReflection(targets = Review.class, registerFullHierarchy = true)
@Immutable
@Table(name = "review")
class ReviewRow {
    @Id
    @Column(name = "experiment_id")
    UUID experimentId = new UUID(0, 0);

    @ColumnTransformer(read = "document #>> '{}'", write = DocumentColumn.WRITE)
    String document = "";

    static ReviewRow of(UUID experiment, Review review) {
        ReviewRow row = new ReviewRow();
        row.experimentId = experiment;
        row.document = EventJson.text(review);
        return row;
    }

    Review review() {
        return EventJson.read(document, Review.class);
    }
}
