package org.exops.window.surface;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.exops.kit.transaction.Transactions;
import org.exops.window.enforcement.Enforcements;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Where operators set limits and owners of surfaces; a surface is known from its first mention on. */
@ApplicationScoped
public class SurfaceDesk {
    private final Transactions transactions;
    private final Surfaces surfaces;
    private final SurfaceWatch watch;
    private final Enforcements enforcements;

    SurfaceDesk(Transactions transactions, Surfaces surfaces, SurfaceWatch watch, Enforcements enforcements) {
        this.transactions = transactions;
        this.surfaces = surfaces;
        this.watch = watch;
        this.enforcements = enforcements;
    }

    /** Limits new grants; a lowered limit revokes nothing, a raised one grants at once. */
    public Uni<Surface> limit(SurfacePath path, Limit limit, String by) {
        return change(
                path,
                surface -> surface.limitedTo(limit),
                Enforcement.Kind.LIMIT_SET,
                Map.of("by", by, "maxConcurrent", limit.maxConcurrent(), "maxHighRisk", limit.maxHighRisk()));
    }

    /** Gives the surface to a team, whose approvers from now on agree to other teams' experiments. */
    public Uni<Surface> assign(SurfacePath path, String team, String by) {
        return change(
                path, surface -> surface.ownedBy(team), Enforcement.Kind.OWNER_SET, Map.of("by", by, "team", team));
    }

    public Uni<List<SurfaceUse>> page(@Nullable String after, int limit) {
        return transactions.inTransaction(connection -> surfaces.page(connection, after, limit));
    }

    private Uni<Surface> change(
            SurfacePath path, UnaryOperator<Surface> change, Enforcement.Kind kind, Map<String, Object> facts) {
        return transactions.inTransaction(connection -> surfaces.lock(connection, path)
                .chain(() -> surfaces.get(connection, path))
                .call(before -> surfaces.keep(connection, change.apply(before)))
                .call(() -> enforcements.append(connection, Enforcement.ofSurface(path.value(), kind, facts)))
                .call(() -> watch.surfaceChanged(connection, path))
                .chain(() -> surfaces.get(connection, path)));
    }
}
