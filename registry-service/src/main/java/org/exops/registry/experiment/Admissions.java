package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.registry.experiment.model.Admission;

/** What was heard of each experiment's admission. */
public interface Admissions {

    Uni<Void> add(UUID experiment, Admission admission);

    Uni<Optional<Admission>> newest(UUID experiment);

    /** Oldest first. */
    Uni<List<Admission>> of(UUID experiment);
}
