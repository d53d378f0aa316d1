package org.exops.registry.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.exops.registry.experiment.Conclusions;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.knowledge.Memory;
import org.exops.registry.knowledge.model.Remembered;
import org.exops.registry.review.model.Review;
import org.exops.registry.verdict.model.Verdict;

/** Writes the review at the conclusion, so that it says what was known then, and remembers it. */
@ApplicationScoped
class ReviewedConclusions implements Conclusions {
    private final ReviewPress press;
    private final Reviews reviews;
    private final Memory memory;

    ReviewedConclusions(ReviewPress press, Reviews reviews, Memory memory) {
        this.press = press;
        this.reviews = reviews;
        this.memory = memory;
    }

    @Override
    public Uni<Void> keep(Experiment concluded, Verdict verdict) {
        return press.write(concluded, verdict)
                .call(review -> reviews.keep(concluded.identity().id(), review))
                .chain(review -> memory.keep(remembered(concluded, review)));
    }

    private static Remembered remembered(Experiment concluded, Review review) {
        Decision decision = Objects.requireNonNull(concluded.decision(), "a concluded experiment has a decision");
        Configuration configuration = concluded.configuration();
        String lessons = Objects.requireNonNullElse(decision.lessons().text(), "");
        return new Remembered(
                concluded.identity().id(),
                concluded.identity().key(),
                decision.decidedAt(),
                decision.outcome(),
                new Remembered.Subject(configuration.surface(), configuration.target()),
                new Remembered.Text(
                        configuration.title(),
                        configuration.hypothesis(),
                        lessons,
                        decision.lessons().tags(),
                        review.markdown()));
    }
}
