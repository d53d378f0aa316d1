package org.exops.registry.knowledge.model;

import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;
import org.jspecify.annotations.Nullable;

/** What somebody wants to know; what is absent does not narrow the search. */
public record Question(
        @Nullable String words,
        @Nullable String surface,
        @Nullable Target target,
        @Nullable Outcome decision) {}
