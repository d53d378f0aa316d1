package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.PriorAttempt;

/** Finds concluded experiments that asked nearly the same. */
public interface PriorAttempts {

    /** The most similar first; the experiment with this key is not among them. */
    Uni<List<PriorAttempt>> similarTo(String key, Configuration configuration);

    /** Failed ones that the configuration would repeat without acknowledging them; however many others are similar. */
    Uni<List<PriorAttempt>> unreadFailures(String key, Configuration configuration);
}
