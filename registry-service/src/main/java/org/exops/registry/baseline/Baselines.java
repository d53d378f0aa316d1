package org.exops.registry.baseline;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.baseline.model.Recheck;
import org.jspecify.annotations.Nullable;

/** All baselines. */
public interface Baselines {

    /** Fails with {@link ItemTakenException} when another one has the item. */
    Uni<Void> add(Baseline baseline);

    /** Fails with {@link ItemTakenException} when another one has the item. */
    Uni<Void> replace(Baseline baseline);

    Uni<Void> add(Recheck recheck);

    Uni<Optional<Baseline>> find(UUID id);

    /** Nobody else changes it before the caller's transaction ends. */
    Uni<Optional<Baseline>> findLocked(UUID id);

    Uni<List<Baseline>> all();

    /** In the order of their making; with {@code dueBy} only those whose recheck has come by then. */
    Uni<Page<Baseline>> list(@Nullable LocalDate dueBy, PageRequest page);
}
