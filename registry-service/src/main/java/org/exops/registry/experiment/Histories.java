package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.model.HistoryEntry;

/** What happened to each experiment; entries are added and never altered. */
public interface Histories {

    Uni<Void> add(HistoryEntry entry);

    /** Oldest first. */
    Uni<Page<HistoryEntry>> of(UUID experiment, PageRequest page);
}
