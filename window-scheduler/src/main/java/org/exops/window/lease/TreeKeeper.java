package org.exops.window.lease;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.exops.window.enforcement.Enforcements;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.Settled;
import org.exops.window.lease.model.SurfaceTree;
import org.exops.window.surface.SurfaceWatch;
import org.exops.window.surface.Surfaces;
import org.exops.window.surface.model.SurfacePath;

/**
 * The one way to change who may run: lock the tree, load it, change it, let it settle, keep the difference with its events and its
 * entries in the ledger. Whoever frees a slot so grants it to the next in the same transaction.
 */
@ApplicationScoped
class TreeKeeper implements SurfaceWatch {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Surfaces surfaces;
    private final Admissions admissions;
    private final Enforcements enforcements;
    private final AdmissionFeed feed;

    TreeKeeper(Surfaces surfaces, Admissions admissions, Enforcements enforcements, AdmissionFeed feed) {
        this.surfaces = surfaces;
        this.admissions = admissions;
        this.enforcements = enforcements;
        this.feed = feed;
    }

    /** The tree of {@code path}, locked until the transaction ends. */
    Uni<SurfaceTree> open(SqlConnection connection, SurfacePath path, UUID experiment) {
        return surfaces.lock(connection, path).chain(() -> admissions.tree(connection, path.root(), experiment));
    }

    /** Settles {@code changed} and keeps what differs from {@code opened}. */
    Uni<Settled> close(SqlConnection connection, SurfaceTree opened, SurfaceTree changed) {
        Settled settled = changed.settle();
        return each(settled.surfacesChangedSince(opened), surface -> surfaces.keep(connection, surface))
                .chain(() -> each(settled.changesSince(opened), change -> keep(connection, change, settled.tree())))
                .replaceWith(settled);
    }

    /** Ends and grants what time alone has made due. */
    Uni<Void> settle(SqlConnection connection, SurfacePath path) {
        return open(connection, path, NOBODY)
                .chain(tree -> close(connection, tree, tree))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> surfaceChanged(SqlConnection connection, SurfacePath path) {
        return settle(connection, path);
    }

    private Uni<Void> keep(SqlConnection connection, Change change, SurfaceTree tree) {
        return admissions
                .keep(connection, change, tree)
                .chain(() -> each(LedgerWords.of(change), entry -> enforcements.append(connection, entry)))
                .chain(() -> feed.announce(connection, change, tree.now()));
    }

    // One after the other: a connection takes one statement at a time.
    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
