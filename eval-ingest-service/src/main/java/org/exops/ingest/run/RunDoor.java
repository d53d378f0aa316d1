package org.exops.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exops.ingest.experiment.Experiments;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Says at the door whether evidence for an experiment is taken; may wait for the database. */
@ApplicationScoped
class RunDoor {
    private final Experiments experiments;
    private final IngestConfig config;

    RunDoor(Experiments experiments, IngestConfig config) {
        this.experiments = experiments;
        this.config = config;
    }

    /**
     * Where evidence goes.
     *
     * @param experiment the key; as sent when it is not known
     * @param known absent when it is to be parked
     */
    record Admission(
            String experiment, String team, @Nullable KnownExperiment known) {}

    /** Fails with 403, 409 or 422 when the experiment is known and does not take it. */
    Admission admit(String experiment, Set<String> variants, Caller caller) {
        Optional<KnownExperiment> found = experiments.find(experiment).await().atMost(config.patience());
        if (found.isEmpty()) {
            return new Admission(experiment, caller.ownTeam(), null);
        }
        KnownExperiment known = found.get();
        caller.requireTeam(known.team());
        if (known.over()) {
            throw new ProblemException(
                    ProblemType.EXPERIMENT_OVER,
                    "Experiment \"" + known.key() + "\" has ended and takes no more evidence");
        }
        Set<String> unknown = new TreeSet<>(variants);
        unknown.removeAll(known.plan().variants());
        if (!unknown.isEmpty()) {
            throw ProblemException.at(
                    ProblemType.UNKNOWN_VARIANT,
                    "/variant",
                    "Experiment \"%s\" has the variants %s, not %s"
                            .formatted(known.key(), known.plan().variants(), unknown));
        }
        return new Admission(known.key(), known.team(), known);
    }
}
