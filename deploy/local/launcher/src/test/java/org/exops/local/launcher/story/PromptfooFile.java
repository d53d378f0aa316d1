package org.exops.local.launcher.story;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The evidence of the story, read here a second time and in another way than the services do. */
record PromptfooFile(byte[] bytes, JsonArray rows) {
    private static final String A = "long-instructions";
    private static final String B = "short-instructions";

    static PromptfooFile read(Path file) {
        try (InputStream zipped = Files.newInputStream(file);
                InputStream in = new GZIPInputStream(zipped)) {
            byte[] bytes = in.readAllBytes();
            JsonObject whole = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
            return new PromptfooFile(bytes, whole.getJsonObject("results").getJsonArray("results"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int errors() {
        return (int) rows.stream()
                .filter(row -> ((JsonObject) row).getInteger("failureReason") == 2)
                .count();
    }

    /** How many more of a case B resolved than A, on average: an error is a failure. */
    double meanDifferenceOfSuccess() {
        Map<Integer, Double> differences = new HashMap<>();
        for (Object it : rows) {
            JsonObject row = (JsonObject) it;
            double success = row.getJsonObject("namedScores").getDouble("task_success", 0.0);
            differences.merge(row.getInteger("testIdx"), label(row).equals(B) ? success : -success, Double::sum);
        }
        return differences.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    /** What B costs more than A, in US dollars, over the cases that have a cost in both: an error's zero is no cost. */
    double meanDifferenceOfCost() {
        Map<Integer, Double> costOfA = new HashMap<>();
        Map<Integer, Double> costOfB = new HashMap<>();
        for (Object it : rows) {
            JsonObject row = (JsonObject) it;
            if (row.getInteger("failureReason") != 2) {
                (label(row).equals(A) ? costOfA : costOfB).put(row.getInteger("testIdx"), row.getDouble("cost"));
            }
        }
        return costOfB.entrySet().stream()
                .filter(b -> costOfA.containsKey(b.getKey()))
                .mapToDouble(b -> b.getValue() - costOfA.getOrDefault(b.getKey(), Double.NaN))
                .average()
                .orElseThrow();
    }

    private static String label(JsonObject row) {
        return row.getJsonObject("provider").getString("label");
    }
}
