package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.decision.model.Plan;
import org.exops.scoring.decision.model.Strategy;
import org.exops.scoring.strategy.StrategyCatalogue;
import org.exops.scoring.strategy.model.PublishedStrategy;

/** Computes verdicts that are not entered anywhere. */
@ApplicationScoped
public class VerdictSimulator {
    private final VerdictLibrary library;
    private final StrategyCatalogue strategies;

    VerdictSimulator(VerdictLibrary library, StrategyCatalogue strategies) {
        this.library = library;
        this.strategies = strategies;
    }

    /** How a simulation ended. */
    public sealed interface Outcome {}

    /** What the verdict would be. */
    public record Simulated(VerdictSnapshot verdict) implements Outcome {}

    /** No strategy of this name was ever published. */
    public record UnknownStrategy(String name) implements Outcome {}

    /** The experiment is known and nothing is judged yet. */
    public record NoVerdict() implements Outcome {}

    /** The experiment is not known. */
    public record UnknownExperiment() implements Outcome {}

    public Uni<Outcome> simulate(String experiment, OtherWeights weights) {
        if (weights instanceof OtherWeights.Named named) {
            return strategies
                    .newest(named.strategy())
                    .chain(found -> found.isEmpty()
                            ? Uni.createFrom().<Outcome>item(new UnknownStrategy(named.strategy()))
                            : simulate(experiment, inputs -> strategy(found.get())));
        }
        OtherWeights.Lambdas lambdas = (OtherWeights.Lambdas) weights;
        return simulate(experiment, inputs -> strategy(inputs.experiment(), lambdas));
    }

    private Uni<Outcome> simulate(String experiment, Function<VerdictInputs, Strategy> strategy) {
        return library.standing(experiment)
                .chain(standing -> standing instanceof Standing.Unknown
                        ? Uni.createFrom().<Outcome>item(new UnknownExperiment())
                        : library.simulate(experiment, strategy).map(VerdictSimulator::outcome));
    }

    private static Outcome outcome(Optional<VerdictSnapshot> simulated) {
        return simulated.<Outcome>map(Simulated::new).orElseGet(NoVerdict::new);
    }

    private static Strategy strategy(PublishedStrategy published) {
        return new Strategy(
                published.name(),
                published.version(),
                published.numbers().kappaCost(),
                published.numbers().kappaRisk(),
                published.numbers().minimumProbability());
    }

    private static Strategy strategy(ExperimentSnapshot experiment, OtherWeights.Lambdas lambdas) {
        Plan plan = PlanReading.of(experiment);
        return Strategy.ofLambdas(plan.strategy(), plan.worth(), lambdas.cost(), lambdas.risk());
    }
}
