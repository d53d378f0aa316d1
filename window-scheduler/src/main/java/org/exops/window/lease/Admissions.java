package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.SurfaceTree;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Where admissions and the slots that they hold are kept. */
public interface Admissions {

    /**
     * Every surface below {@code root} with all who wait or hold there, and the admission of {@code also} however it stands; at the
     * database's time.
     */
    Uni<SurfaceTree> tree(SqlConnection connection, String root, UUID also);

    /** Keeps one change; its tree is locked. */
    Uni<Void> keep(SqlConnection connection, Change change, SurfaceTree at);

    /** Admissions by experiment id. */
    Uni<List<Admission>> page(SqlConnection connection, Filter filter);

    /** One surface of each tree in which somebody waits or holds beyond the end of the plan or of the experiment. */
    Uni<List<SurfacePath>> overdue(SqlConnection connection);

    /**
     * Which admissions are wanted.
     *
     * @param surface exactly this one; absent for all
     * @param after the experiment before the first wanted one; absent for the first page
     */
    record Filter(
            @Nullable String surface,
            @Nullable AdmissionStatus status,
            @Nullable UUID after,
            int limit) {}
}
