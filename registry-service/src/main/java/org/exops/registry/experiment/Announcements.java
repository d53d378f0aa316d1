package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;

/** Tells the neighbours, if and when the caller's transaction commits. */
public interface Announcements {

    Uni<Void> announce(Experiment experiment, Change change);
}
