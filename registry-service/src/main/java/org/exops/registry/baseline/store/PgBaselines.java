package org.exops.registry.baseline.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.baseline.Baselines;
import org.exops.registry.baseline.ItemTakenException;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.baseline.model.Recheck;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Baselines in PostgreSQL. */
@ApplicationScoped
class PgBaselines implements Baselines, PanacheRepositoryBase<BaselineRow, UUID> {
    private static final String UNIQUE_ITEM = "baseline_item_unique";

    @Override
    public Uni<Void> add(Baseline baseline) {
        return unlessTaken(baseline, persistAndFlush(BaselineRow.of(baseline)).replaceWithVoid());
    }

    @Override
    public Uni<Void> replace(Baseline baseline) {
        return unlessTaken(
                baseline,
                findById(baseline.id()).invoke(row -> row.take(baseline)).chain(this::flush));
    }

    private static Uni<Void> unlessTaken(Baseline baseline, Uni<Void> written) {
        return written.onFailure(PgBaselines::isItemTaken)
                .transform(taken -> new ItemTakenException(baseline.terms().item()));
    }

    private static boolean isItemTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violated
                    && UNIQUE_ITEM.equals(violated.getConstraintName())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Uni<Void> add(Recheck recheck) {
        return Panache.getSession().chain(session -> session.persist(RecheckRow.of(recheck)));
    }

    @Override
    public Uni<Optional<Baseline>> find(UUID id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(BaselineRow::baseline));
    }

    @Override
    public Uni<Optional<Baseline>> findLocked(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<BaselineRow>firstResult()
                .map(row -> Optional.ofNullable(row).map(BaselineRow::baseline));
    }

    @Override
    public Uni<List<Baseline>> all() {
        return listAll(Sort.ascending("id"))
                .map(rows -> rows.stream().map(BaselineRow::baseline).toList());
    }

    @Override
    public Uni<Page<Baseline>> list(@Nullable LocalDate dueBy, PageRequest page) {
        Map<String, Object> wanted = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (dueBy != null) {
            where.append(" and recheckBy <= :dueBy");
            wanted.put("dueBy", dueBy);
        }
        page.cursor().ifPresent(cursor -> {
            where.append(" and id > :after");
            wanted.put("after", cursor.uuid(0));
        });
        PanacheQuery<BaselineRow> query = find(where.toString(), Sort.ascending("id"), wanted);
        return query.range(0, page.rows() - 1)
                .<BaselineRow>list()
                .map(rows -> rows.stream().map(BaselineRow::baseline).toList())
                .map(rows -> Page.of(rows, page, baseline -> Cursor.of(baseline.id())));
    }
}
