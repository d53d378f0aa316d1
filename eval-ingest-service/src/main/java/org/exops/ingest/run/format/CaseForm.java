package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.jspecify.annotations.Nullable;

/** One case as the API writes it. */
final class CaseForm {
    private static final Set<String> TOKENS =
            Set.of("inputTokens", "outputTokens", "cachedInputTokens", "reasoningTokens");
    private static final Set<String> KNOWN = Set.of(
            "caseId",
            "trial",
            "cluster",
            "segment",
            "metrics",
            "status",
            "costUsd",
            "latency",
            "riskEvents",
            "traceId");

    private final String variant;
    private final RunSink sink;

    CaseForm(String variant, RunSink sink) {
        this.variant = variant;
        this.sink = sink;
    }

    /** Where a case stands in what was sent. */
    interface Place {
        long line();

        Reject reject(String field, String code, String text);
    }

    void read(JsonNode written, Place place) {
        if (!written.isObject()) {
            sink.reject(place.reject("", "wrong-type", "a case is an object"));
            return;
        }
        written.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field) && !TOKENS.contains(field)) {
                sink.ignored("cases/" + field);
            }
        });
        try {
            add(new Fields(written), place);
        } catch (Fields.WrongTypeException e) {
            sink.reject(place.reject(e.field(), "wrong-type", String.valueOf(e.getMessage())));
        }
    }

    private void add(Fields fields, Place place) {
        String caseId = fields.text("caseId");
        if (caseId == null) {
            sink.reject(place.reject("caseId", "required", "caseId is required"));
            return;
        }
        Map<String, Double> metrics = fields.numbers("metrics");
        Optional<CaseStatus> status = status(fields, metrics);
        if (status.isEmpty()) {
            sink.reject(place.reject("metrics", "required", "metrics or status is required"));
            return;
        }
        if (metrics.keySet().stream().anyMatch(name -> name.startsWith("@"))) {
            sink.reject(place.reject("metrics", "invalid-metrics", "names of metrics do not begin with @"));
            return;
        }
        Observation seen = new Observation(
                place.line(),
                new Observation.Identity(variant, caseId, trial(fields)),
                status.get(),
                new Observation.Grouping(fields.text("cluster"), fields.scalars("segment")),
                measures(fields, metrics),
                fields.text("traceId"));
        CaseRules.check(seen)
                .ifPresentOrElse(
                        refusal -> sink.reject(place.reject("", refusal.code(), refusal.text())), () -> sink.add(seen));
    }

    private static Observation.Measures measures(Fields fields, Map<String, Double> metrics) {
        Map<String, Long> tokens = new LinkedHashMap<>();
        for (String kind : TOKENS) {
            Long count = fields.count(kind);
            if (count != null) {
                tokens.put(kind, count);
            }
        }
        return new Observation.Measures(
                metrics, fields.number("costUsd"), latency(fields), tokens, fields.counts("riskEvents"));
    }

    private static int trial(Fields fields) {
        Long trial = fields.count("trial");
        return trial == null ? 0 : (int) Math.max(-1, Math.min(CaseRules.MOST_TRIALS, trial));
    }

    private static Optional<CaseStatus> status(Fields fields, Map<String, Double> metrics) {
        String status = fields.text("status");
        if (status == null) {
            if (fields.get("metrics") == null) {
                return Optional.empty();
            }
            return Optional.of(metrics.isEmpty() ? CaseStatus.UNSCORED : CaseStatus.OK);
        }
        return Optional.of(Arrays.stream(CaseStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> new Fields.WrongTypeException("status", "OK, FAILED, ERROR or UNSCORED")));
    }

    private static @Nullable Duration latency(Fields fields) {
        String written = fields.text("latency");
        try {
            return written == null ? null : Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw new Fields.WrongTypeException("latency", "an ISO-8601 duration such as PT1.84S");
        }
    }
}
