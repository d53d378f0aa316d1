package org.exops.registry.experiment.model;

/**
 * A concluded experiment that resembles another.
 *
 * @param experiment its key
 * @param similarity of the hypotheses, in [0,1]
 * @param why what makes it similar
 * @param repeats so similar that going on without having read it would only repeat it
 */
public record PriorAttempt(String experiment, Outcome decision, double similarity, String why, boolean repeats) {}
