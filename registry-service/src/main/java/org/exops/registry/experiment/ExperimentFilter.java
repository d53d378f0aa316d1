package org.exops.registry.experiment;

import org.exops.registry.experiment.model.Status;
import org.exops.registry.experiment.model.Target;
import org.jspecify.annotations.Nullable;

/** Which experiments are asked for; what is absent does not narrow the list. */
public record ExperimentFilter(
        @Nullable Status status,
        @Nullable String surface,
        @Nullable String team,
        @Nullable Target target) {}
