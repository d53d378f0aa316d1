package org.exops.window.surface;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Where surfaces are kept. */
public interface Surfaces {

    /**
     * Locks the tree of {@code path} until the transaction ends, and makes the surface known if it is new.
     *
     * @return whether the surface was known; if not, the lock was not the first statement, and what was sent right behind it may
     *     have read too early
     */
    Uni<Boolean> lock(SqlConnection connection, SurfacePath path);

    /** The surface, which was locked before. */
    Uni<Surface> get(SqlConnection connection, SurfacePath path);

    /** Keeps owner, limit and newest token. */
    Uni<Void> keep(SqlConnection connection, Surface surface);

    /**
     * Surfaces with their use, by path.
     *
     * @param after the path before the first wanted one; absent for the first page
     */
    Uni<List<SurfaceUse>> page(SqlConnection connection, @Nullable String after, int limit);
}
