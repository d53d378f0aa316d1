package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.jspecify.annotations.Nullable;

/** Turns promptfoo's rows into observations; rows are not in order of their tests, so they are paired by {@code testIdx}. */
final class PromptfooRows {
    private static final String CASE_ID = "caseId";
    private static final int MOST_DIMENSIONS = 32;

    private final ImportOptions options;
    private final RunSink sink;
    private final TrialCounter trials = new TrialCounter();
    private @Nullable String column;
    private @Nullable String label;

    PromptfooRows(ImportOptions options, RunSink sink) {
        this.options = options;
        this.sink = sink;
    }

    /**
     * Where a row stands.
     *
     * @param pointer absent where the line says it
     */
    record Place(long line, @Nullable String pointer) {
        Reject reject(String code, String text) {
            return pointer == null ? Reject.atLine(line, code, text) : Reject.at(pointer, code, text);
        }
    }

    void reject(Reject reject) {
        sink.reject(reject);
    }

    void add(JsonNode row, Place place) {
        if (!row.path("testIdx").isNumber()) {
            sink.reject(place.reject("missing-test-index", "the row has no testIdx, so it cannot be paired"));
            return;
        }
        List<String> labels = labels(row);
        checkSingle(row, labels);
        String variant = options.labels().variant(labels);
        if (variant == null) {
            sink.reject(place.reject("unmapped-label", "no map=LABEL:VARIANT for " + labels));
            return;
        }
        String cluster = options.cluster() == null ? null : field(row, options.cluster());
        if (options.cluster() != null && cluster == null) {
            sink.reject(place.reject("missing-cluster", "neither metadata nor vars have " + options.cluster()));
            return;
        }
        add(row, place, variant, cluster);
    }

    private void add(JsonNode row, Place place, String variant, @Nullable String cluster) {
        PromptfooOutcome outcome = new PromptfooOutcome(row);
        Observation seen = new Observation(
                place.line(),
                new Observation.Identity(variant, caseId(row), 0),
                outcome.status(),
                new Observation.Grouping(cluster, segment(row)),
                new Observation.Measures(
                        outcome.metrics(options), outcome.cost(), outcome.latency(), outcome.tokens(), Map.of()),
                text(row.path("traceId")));
        CaseRules.check(seen)
                .ifPresentOrElse(
                        refusal -> sink.reject(place.reject(refusal.code(), refusal.text())),
                        () -> sink.add(seen.onTrial(
                                trials.next(variant, seen.identity().caseId()))));
    }

    // One variant for a file with two columns would pass off both as repeats of one.
    private void checkSingle(JsonNode row, List<String> labels) {
        if (!options.labels().single()) {
            return;
        }
        String found = row.path("promptIdx").isNumber() ? row.path("promptIdx").asText() : labels.toString();
        if (column != null && label != null && !column.equals(found)) {
            throw new SeveralLabelsException(label, String.join(", ", labels));
        }
        column = found;
        label = String.join(", ", labels);
    }

    /** {@code provider.label || provider.id}, the id, the prompt's label: in this order. */
    private static List<String> labels(JsonNode row) {
        JsonNode provider = row.path("provider");
        List<String> labels = new ArrayList<>();
        for (JsonNode node : List.of(
                provider.path("label"),
                provider.path("id"),
                provider,
                row.path("prompt").path("label"))) {
            if (node.isTextual() && !node.textValue().isEmpty() && !labels.contains(node.textValue())) {
                labels.add(node.textValue());
            }
        }
        return labels;
    }

    private static String caseId(JsonNode row) {
        String declared = scalar(metadata(row).path(CASE_ID));
        return declared == null ? "test-" + row.path("testIdx").asText() : declared;
    }

    private static JsonNode metadata(JsonNode row) {
        JsonNode ofTest = row.path("testCase").path("metadata");
        return ofTest.isObject() ? ofTest : row.path("metadata");
    }

    private static Map<String, String> segment(JsonNode row) {
        Map<String, String> segment = new TreeMap<>();
        metadata(row).properties().forEach(entry -> {
            String value = scalar(entry.getValue());
            boolean own = entry.getKey().startsWith("_") || entry.getKey().equals(CASE_ID);
            if (!own
                    && value != null
                    && CaseRules.isName(value)
                    && CaseRules.isName(entry.getKey())
                    && segment.size() < MOST_DIMENSIONS) {
                segment.put(entry.getKey(), value);
            }
        });
        return segment;
    }

    private static @Nullable String field(JsonNode row, String name) {
        for (JsonNode holder : List.of(
                row.path("testCase").path("metadata"),
                row.path("metadata"),
                row.path("vars"),
                row.path("testCase").path("vars"))) {
            String value = scalar(holder.path(name));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String scalar(JsonNode node) {
        return node.isValueNode()
                        && !node.isNull()
                        && !(node instanceof MissingNode)
                        && !node.asText().isEmpty()
                ? node.asText()
                : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
