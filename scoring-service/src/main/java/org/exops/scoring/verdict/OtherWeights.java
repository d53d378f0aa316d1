package org.exops.scoring.verdict;

/** The weights of a simulation. */
public sealed interface OtherWeights {
    /** The newest version of a strategy. */
    record Named(String strategy) implements OtherWeights {}

    /** Both λ, at least 0. */
    record Lambdas(double cost, double risk) implements OtherWeights {}
}
