package org.exops.registry.experiment.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.Risk;
import org.jspecify.annotations.Nullable;

/** What no query asks for, as JSON. */
@RegisterForReflection(registerFullHierarchy = true)
record ExperimentDocument(
        Configuration configuration,
        Risk risk,
        @Nullable Registration registration,
        @Nullable Decision decision) {}
