package org.exops.registry.experiment;

import java.util.List;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.PriorAttempt;

/** A draft with the concluded experiments that resemble it. */
public record Draft(Experiment experiment, List<PriorAttempt> similar) {
    public Draft {
        similar = List.copyOf(similar);
    }
}
