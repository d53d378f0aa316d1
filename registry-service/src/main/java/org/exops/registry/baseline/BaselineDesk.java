package org.exops.registry.baseline;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.baseline.model.Recheck;
import org.jspecify.annotations.Nullable;

/** Keeps the practices that the platform relies on, and when each was last found to hold. */
@ApplicationScoped
public class BaselineDesk {
    private final Baselines baselines;
    private final TimeOrderedIds ids;
    private final Clock clock;

    BaselineDesk(Baselines baselines, TimeOrderedIds ids, Clock clock) {
        this.baselines = baselines;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fails with {@link ItemTakenException}. */
    @WithTransaction
    public Uni<Baseline> create(Baseline.Terms terms) {
        Baseline created = new Baseline(ids.next(), 1, terms);
        return baselines.add(created).replaceWith(created);
    }

    /** Empty when there is no such baseline; fails with {@link ItemTakenException}. */
    @WithTransaction
    public Uni<Optional<Baseline>> change(UUID id, IfMatch precondition, Baseline.Terms terms) {
        return baselines
                .findLocked(id)
                .chain(found -> found.map(baseline -> {
                            precondition.require(baseline.revision());
                            return replace(baseline.changed(terms));
                        })
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Empty when there is no such baseline. */
    @WithTransaction
    public Uni<Optional<Baseline>> recheck(UUID id, String actor, LocalDate next, @Nullable String note) {
        return baselines
                .findLocked(id)
                .chain(found -> found.map(baseline -> baselines
                                .add(new Recheck(ids.next(), id, clock.instant(), actor, next, note))
                                .chain(() -> replace(baseline.rechecked(today(), next))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Baseline>> replace(Baseline changed) {
        return baselines.replace(changed).replaceWith(Optional.of(changed));
    }

    @WithSession
    public Uni<Optional<Baseline>> find(UUID id) {
        return baselines.find(id);
    }

    @WithSession
    public Uni<Page<Baseline>> list(boolean due, PageRequest page) {
        return baselines.list(due ? today() : null, page);
    }

    /** In UTC, as all dates of the platform. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
