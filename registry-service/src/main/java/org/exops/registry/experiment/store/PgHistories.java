package org.exops.registry.experiment.store;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.Histories;
import org.exops.registry.experiment.model.HistoryEntry;

/** Histories in PostgreSQL. */
@ApplicationScoped
class PgHistories implements Histories, PanacheRepositoryBase<HistoryRow, UUID> {

    @Override
    public Uni<Void> add(HistoryEntry entry) {
        return persistAndFlush(HistoryRow.of(entry)).replaceWithVoid();
    }

    @Override
    public Uni<Page<HistoryEntry>> of(UUID experiment, PageRequest page) {
        Sort oldestFirst = Sort.ascending("id");
        PanacheQuery<HistoryRow> query = page.cursor()
                .map(cursor -> find("experimentId = ?1 and id > ?2", oldestFirst, experiment, cursor.uuid(0)))
                .orElseGet(() -> find("experimentId = ?1", oldestFirst, experiment));
        return query.range(0, page.rows() - 1)
                .<HistoryRow>list()
                .map(rows -> rows.stream().map(HistoryRow::entry).toList())
                .map(rows -> Page.of(rows, page, entry -> Cursor.of(entry.id())));
    }
}
