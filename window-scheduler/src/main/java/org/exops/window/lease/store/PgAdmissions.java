package org.exops.window.lease.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.exops.window.lease.Admissions;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Change;
import org.exops.window.lease.model.SurfaceTree;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;

/** Admissions in PostgreSQL. */
@ApplicationScoped
class PgAdmissions implements Admissions {
    private static final String STANDING = AdmissionRow.SELECT + """
            where a.experiment_id = any (array(
                select x.experiment_id from surface s join admission x on x.surface = s.path
                where s.root = $1 and x.status in ('QUEUED', 'GRANTED', 'SUSPENDED')) || $2::uuid)""";
    private static final String SURFACES = """
            select path, team, max_concurrent, max_high_risk, last_token, clock_timestamp() as now
            from surface where root = $1 order by path""";
    private static final String PAGE = AdmissionRow.SELECT + """
            where ($1::text is null or a.surface = $1) and ($2::text is null or a.status = $2)
                and ($3::uuid is null or a.experiment_id > $3)
            order by a.experiment_id limit $4""";
    private static final String OVERDUE = """
            select min(a.surface) as surface
            from admission a join experiment e on e.id = a.experiment_id
            where a.status in ('QUEUED', 'GRANTED', 'SUSPENDED')
                and (e.deadline_at <= clock_timestamp() or e.ending is not null)
            group by split_part(a.surface, '/', 1)""";

    private final AdmissionWriter writer = new AdmissionWriter();

    @Override
    public Uni<SurfaceTree> tree(SqlConnection connection, String root, UUID also) {
        // Surfaces last: one that an admission names is never missing, even where the tree is not locked.
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(STANDING).execute(Tuple.of(root, also)),
                        connection.preparedQuery(SURFACES).execute(Tuple.of(root)))
                .with((admissions, surfaces) -> tree(surfaces, admissions));
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, Change change, SurfaceTree at) {
        return writer.keep(connection, change, at.now());
    }

    @Override
    public Uni<List<Admission>> page(SqlConnection connection, Filter filter) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.from(Arrays.asList(
                        filter.surface(),
                        filter.status() == null ? null : filter.status().name(),
                        filter.after(),
                        filter.limit())))
                .map(rows -> stream(rows).map(AdmissionRow::read).toList());
    }

    @Override
    public Uni<List<SurfacePath>> overdue(SqlConnection connection) {
        return connection
                .query(OVERDUE)
                .execute()
                .map(rows -> stream(rows)
                        .map(row -> new SurfacePath(row.getString("surface")))
                        .toList());
    }

    private static SurfaceTree tree(RowSet<Row> surfaceRows, RowSet<Row> admissionRows) {
        Instant now = Instant.MIN;
        Map<SurfacePath, Surface> surfaces = new LinkedHashMap<>();
        for (Row row : surfaceRows) {
            Surface surface = surface(row);
            surfaces.put(surface.path(), surface);
            now = row.getOffsetDateTime("now").toInstant();
        }
        Map<UUID, Admission> admissions = new LinkedHashMap<>();
        for (Row row : admissionRows) {
            Admission admission = AdmissionRow.read(row);
            admissions.put(admission.id(), admission);
        }
        return new SurfaceTree(now, surfaces, admissions);
    }

    private static Surface surface(Row row) {
        return new Surface(
                new SurfacePath(row.getString("path")),
                row.getString("team"),
                new Limit(row.getInteger("max_concurrent"), row.getInteger("max_high_risk")),
                row.getLong("last_token"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
