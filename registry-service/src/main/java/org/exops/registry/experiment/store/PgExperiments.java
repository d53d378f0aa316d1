package org.exops.registry.experiment.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.ExperimentFilter;
import org.exops.registry.experiment.Experiments;
import org.exops.registry.experiment.KeyTakenException;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Status;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Experiments in PostgreSQL. */
@ApplicationScoped
class PgExperiments implements Experiments, PanacheRepositoryBase<ExperimentRow, UUID> {
    private static final String UNIQUE_KEY = "experiment_key_unique";

    @Override
    public Uni<Void> add(Experiment experiment) {
        return persistAndFlush(ExperimentRow.of(experiment))
                .onFailure(PgExperiments::isKeyTaken)
                .transform(taken -> new KeyTakenException(experiment.identity().key()))
                .replaceWithVoid();
    }

    private static boolean isKeyTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violated
                    && UNIQUE_KEY.equals(violated.getConstraintName())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Uni<Void> replace(Experiment experiment) {
        return findById(experiment.identity().id())
                .invoke(row -> row.take(experiment))
                .chain(this::flush);
    }

    @Override
    public Uni<Optional<Experiment>> find(String reference) {
        return byReference(reference, LockModeType.NONE);
    }

    @Override
    public Uni<Optional<Experiment>> findLocked(String reference) {
        return byReference(reference, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Optional<Experiment>> findLocked(UUID id) {
        return first("id", id, LockModeType.PESSIMISTIC_WRITE);
    }

    // A key may look like an id; an id that exists wins.
    private Uni<Optional<Experiment>> byReference(String reference, LockModeType lock) {
        Uni<Optional<Experiment>> byKey = Uni.createFrom().deferred(() -> first("key", reference, lock));
        return asId(reference)
                .map(id -> first("id", id, lock)
                        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : byKey))
                .orElse(byKey);
    }

    private static Optional<UUID> asId(String reference) {
        try {
            UUID id = UUID.fromString(reference);
            return id.toString().equals(reference) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Uni<Optional<Experiment>> first(String column, Object value, LockModeType lock) {
        return find(column, value)
                .withLock(lock)
                .<ExperimentRow>firstResult()
                .map(row -> Optional.ofNullable(row).map(ExperimentRow::experiment));
    }

    @Override
    public Uni<Page<Experiment>> list(ExperimentFilter filter, PageRequest page) {
        Map<String, Object> wanted = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        narrow(where, wanted, "status", filter.status());
        narrow(where, wanted, "surface", filter.surface());
        narrow(where, wanted, "team", filter.team());
        narrow(where, wanted, "target", filter.target());
        page.cursor().ifPresent(cursor -> {
            where.append(" and id < :after");
            wanted.put("after", cursor.uuid(0));
        });
        return find(where.toString(), Sort.descending("id"), wanted)
                .range(0, page.rows() - 1)
                .list()
                .map(rows -> rows.stream().map(ExperimentRow::experiment).toList())
                .map(rows -> Page.of(
                        rows,
                        page,
                        experiment -> Cursor.of(experiment.identity().id())));
    }

    private static void narrow(StringBuilder where, Map<String, Object> wanted, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            wanted.put(column, value);
        }
    }

    @Override
    public Uni<List<String>> successors(String key) {
        return list("revises = ?1 and status <> ?2", Sort.ascending("id"), key, Status.DRAFT)
                .map(rows -> rows.stream().map(row -> row.key).toList());
    }
}
