package org.exops.registry.experiment.store;

import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.Risk;
import org.jspecify.annotations.Nullable;

/** What no query asks for, as JSON. */
record ExperimentDocument(
        Configuration configuration,
        Risk risk,
        @Nullable Registration registration,
        @Nullable Decision decision) {}
