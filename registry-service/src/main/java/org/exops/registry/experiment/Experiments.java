package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.model.Experiment;

/** All experiments, drafts too. */
public interface Experiments {

    /** Fails with {@link KeyTakenException} when another one has the key. */
    Uni<Void> add(Experiment experiment);

    /** Replaces a revision that was read with {@link #findLocked}. */
    Uni<Void> replace(Experiment experiment);

    /** By id or key. */
    Uni<Optional<Experiment>> find(String reference);

    /** The same, and nobody else changes it before the caller's transaction ends. */
    Uni<Optional<Experiment>> findLocked(String reference);

    /** By id, locked. */
    Uni<Optional<Experiment>> findLocked(UUID id);

    /** Newest first. */
    Uni<Page<Experiment>> list(ExperimentFilter filter, PageRequest page);

    /** Keys of the registered experiments that revise the one with this key. */
    Uni<List<String>> successors(String key);
}
