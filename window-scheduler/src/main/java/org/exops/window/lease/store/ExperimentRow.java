package org.exops.window.lease.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.exops.window.lease.model.Ending;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.PriorityClass;
import org.exops.window.lease.model.RiskTier;
import org.exops.window.lease.model.Sharing;
import org.exops.window.lease.model.Terms;
import org.exops.window.surface.model.SurfacePath;

/** The columns of an experiment, as {@code e}. */
final class ExperimentRow {
    static final String COLUMNS =
            "e.id, e.key, e.team, e.surface, e.tier, e.priority, e.overlap_allowed, e.population, e.deadline_at, e.owners,"
                    + " e.ending";

    private ExperimentRow() {}

    static Experiment read(Row row) {
        String ending = row.getString("ending");
        return new Experiment(
                row.getUUID("id"),
                row.getString("key"),
                row.getString("team"),
                new SurfacePath(row.getString("surface")),
                terms(row),
                Set.of(row.getArrayOfStrings("owners")),
                ending == null ? null : Ending.valueOf(ending));
    }

    private static Terms terms(Row row) {
        return new Terms(
                RiskTier.valueOf(row.getString("tier")),
                PriorityClass.valueOf(row.getString("priority")),
                new Sharing(row.getBoolean("overlap_allowed"), population(row.getJsonObject("population"))),
                row.getOffsetDateTime("deadline_at").toInstant());
    }

    private static Map<String, List<String>> population(JsonObject json) {
        Map<String, List<String>> population = new TreeMap<>();
        json.getMap().keySet().forEach(dimension -> population.put(dimension, values(json.getJsonArray(dimension))));
        return population;
    }

    private static List<String> values(JsonArray json) {
        return ((Collection<?>) json.getList()).stream().map(String::valueOf).toList();
    }
}
