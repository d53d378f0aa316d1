package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;

/** Tells the neighbours, if and when the caller's transaction commits. */
public interface Announcements {

    /** Fails with {@link ExperimentTooLargeException} when a registration leaves no room for later news. */
    Uni<Void> announce(Experiment experiment, Change change);
}
