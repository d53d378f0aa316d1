package org.exops.window.surface;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.exops.window.surface.model.SurfacePath;

/** Whoever must act, in the same transaction, when a surface has a new limit or owner. */
public interface SurfaceWatch {

    /** Called with the tree of {@code path} locked. */
    Uni<Void> surfaceChanged(SqlConnection connection, SurfacePath path);
}
