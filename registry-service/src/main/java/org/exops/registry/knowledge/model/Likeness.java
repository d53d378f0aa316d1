package org.exops.registry.knowledge.model;

import java.util.Locale;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.PriorAttempt;

/**
 * How like a remembered experiment is to a new one.
 *
 * @param similarity of the hypotheses by shared trigrams, in [0,1]; equal ones have 1
 */
public record Likeness(
        String experiment, Outcome decision, double similarity, boolean sameSurface, boolean sameTarget) {
    /** From here on it is worth showing. */
    public static final double WORTH_SHOWING = 0.3;

    /** From here on it repeats what it resembles. */
    public static final double REPETITION = 0.6;

    /** The attempt, with what makes it similar in words. */
    public PriorAttempt attempt() {
        boolean repeats = decision.isFailure() && sameSurface && sameTarget && similarity >= REPETITION;
        return new PriorAttempt(experiment, decision, similarity, why(), repeats);
    }

    private String why() {
        String place =
                (sameSurface ? "same" : "another") + " surface, " + (sameTarget ? "same" : "another") + " target";
        return similarity == 1
                ? place + ", equal hypothesis"
                : place + ", hypothesis " + String.format(Locale.ROOT, "%.0f%%", 100 * similarity) + " alike";
    }
}
