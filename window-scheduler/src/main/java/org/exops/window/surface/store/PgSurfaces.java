package org.exops.window.surface.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.exops.window.surface.SurfaceUse;
import org.exops.window.surface.Surfaces;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Surfaces in PostgreSQL; the row of the first path segment is the lock of its tree. */
@ApplicationScoped
class PgSurfaces implements Surfaces {
    private static final String LOCK = """
            select exists (select from surface where path = $2) as known from surface_tree where root = $1 for update""";
    private static final String MAKE_TREE = "insert into surface_tree (root) values ($1) on conflict do nothing";
    private static final String MAKE_SURFACE =
            "insert into surface (path, root) values ($1, $2) on conflict do nothing";
    private static final String GET =
            "select path, team, max_concurrent, max_high_risk, last_token from surface where path = $1";
    private static final String KEEP = """
            update surface set team = $2, max_concurrent = $3, max_high_risk = $4, last_token = $5 where path = $1""";
    private static final String PAGE = """
            select path, team, max_concurrent, max_high_risk, last_token,
                (select count(*) from admission a where a.surface = s.path and a.status in ('GRANTED', 'SUSPENDED'))::int
                    as held,
                (select count(*) from admission a where a.surface = s.path and a.status = 'QUEUED')::int as queued
            from surface s where path > $1 order by path limit $2""";

    @Override
    public Uni<Boolean> lock(SqlConnection connection, SurfacePath path) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(path.root(), path.value()))
                .chain(locked -> {
                    if (!locked.iterator().hasNext()) {
                        return connection
                                .preparedQuery(MAKE_TREE)
                                .execute(Tuple.of(path.root()))
                                .chain(made -> lock(connection, path))
                                .replaceWith(false);
                    }
                    return locked.iterator().next().getBoolean("known")
                            ? Uni.createFrom().item(true)
                            : connection
                                    .preparedQuery(MAKE_SURFACE)
                                    .execute(Tuple.of(path.value(), path.root()))
                                    .replaceWith(false);
                });
    }

    @Override
    public Uni<Surface> get(SqlConnection connection, SurfacePath path) {
        return connection
                .preparedQuery(GET)
                .execute(Tuple.of(path.value()))
                .map(rows -> surface(rows.iterator().next()));
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, Surface surface) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        surface.path().value(),
                        surface.team(),
                        surface.limit().maxConcurrent(),
                        surface.limit().maxHighRisk(),
                        surface.lastToken()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<SurfaceUse>> page(SqlConnection connection, @Nullable String after, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(after == null ? "" : after, limit))
                .map(PgSurfaces::uses);
    }

    private static List<SurfaceUse> uses(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SurfaceUse(surface(row), row.getInteger("held"), row.getInteger("queued")))
                .toList();
    }

    private static Surface surface(Row row) {
        return new Surface(
                new SurfacePath(row.getString("path")),
                row.getString("team"),
                new Limit(row.getInteger("max_concurrent"), row.getInteger("max_high_risk")),
                row.getLong("last_token"));
    }
}
