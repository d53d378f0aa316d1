package org.exops.registry.review.http;

import java.util.List;
import org.exops.registry.review.model.Review;

/** A review as JSON: the five lines of the template, the further parts, and the whole as Markdown. */
public record ReviewView(
        String experiment,
        String title,
        boolean concluded,
        String hypothesis,
        String variants,
        String targetMetric,
        String result,
        String decision,
        List<Review.Section> sections,
        String markdown) {
    static ReviewView of(Review review) {
        Review.Summary summary = review.summary();
        return new ReviewView(
                review.experiment(),
                review.title(),
                review.concluded(),
                summary.hypothesis(),
                summary.variants(),
                summary.targetMetric(),
                summary.result(),
                summary.decision(),
                review.sections(),
                review.markdown());
    }
}
