package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        // Read behind the lock on the same connection, so read as the last holder left it.
        return Uni.combine()
                .all()
                .unis(surfaces.lock(connection, path), admissions.tree(connection, path.root(), experiment))
                .asTuple()
                .chain(read -> read.getItem1()
                        ? Uni.createFrom().item(read.getItem2())
                        : admissions.tree(connection, path.root(), experiment));
    }

    /** Settles {@code changed} and keeps what differs from {@code opened}. */
    Uni<Settled> close(SqlConnection connection, SurfaceTree opened, SurfaceTree changed) {
        Settled settled = changed.settle();
        List<Uni<Void>> statements = new ArrayList<>();
        settled.surfacesChangedSince(opened).forEach(surface -> statements.add(surfaces.keep(connection, surface)));
        for (Change change : settled.changesSince(opened)) {
            statements.add(admissions.keep(connection, change, settled.tree()));
            LedgerWords.of(change).forEach(entry -> statements.add(enforcements.append(connection, entry)));
            statements.add(feed.announce(connection, change, settled.tree().now()));
        }
        return Pipeline.inOrder(statements).replaceWith(settled);
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
}
