package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.HistoryEntry;

/** Shows experiments as they stand and as they came to be. */
@ApplicationScoped
public class ExperimentShelf {
    private final Experiments experiments;
    private final Histories histories;
    private final PriorAttempts attempts;

    ExperimentShelf(Experiments experiments, Histories histories, PriorAttempts attempts) {
        this.experiments = experiments;
        this.histories = histories;
        this.attempts = attempts;
    }

    /** By id or key, with those that resemble it and those that follow it. */
    @WithSession
    public Uni<Optional<Shown>> find(String reference) {
        return experiments
                .find(reference)
                .chain(found -> found.map(experiment -> show(experiment).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Shown> show(Experiment experiment) {
        String key = experiment.identity().key();
        return attempts.similarTo(key, experiment.configuration())
                .chain(similar -> experiments
                        .successors(key)
                        .map(successors -> new Shown(new Draft(experiment, similar), successors)));
    }

    @WithSession
    public Uni<Page<Experiment>> list(ExperimentFilter filter, PageRequest page) {
        return experiments.list(filter, page);
    }

    /** Empty when there is no such experiment. */
    @WithSession
    public Uni<Optional<Page<HistoryEntry>>> history(String reference, PageRequest page) {
        return experiments
                .find(reference)
                .chain(found -> found.map(experiment ->
                                histories.of(experiment.identity().id(), page).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** An experiment with its surroundings; {@code successors} are keys. */
    public record Shown(Draft draft, List<String> successors) {}
}
