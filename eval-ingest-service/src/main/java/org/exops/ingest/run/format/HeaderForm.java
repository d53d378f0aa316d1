package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.Violation;
import org.jspecify.annotations.Nullable;

/** The fields of a run beside its cases, as the API writes them. */
final class HeaderForm {
    private static final Set<String> KNOWN = Set.of("experiment", "variant", "runId", "evalSet", "startedAt");

    private final List<Violation> shape = new ArrayList<>();
    private final List<Violation> rules = new ArrayList<>();

    private HeaderForm() {}

    static RunHeader read(JsonNode written) {
        return new HeaderForm().header(written);
    }

    private RunHeader header(JsonNode written) {
        if (!written.isObject()) {
            throw new InvalidHeaderException(true, List.of(new Violation("", "a run is an object")));
        }
        written.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                shape.add(new Violation("/" + field.replace("~", "~0").replace("/", "~1"), "unknown field"));
            }
        });
        Fields fields = new Fields(written);
        String experiment = text(fields, "", "experiment", true);
        String variant = text(fields, "", "variant", true);
        String runId = text(fields, "", "runId", false);
        String evalSet = evalSet(fields);
        Instant startedAt = startedAt(fields);
        if (!shape.isEmpty() || !rules.isEmpty() || experiment == null) {
            throw new InvalidHeaderException(!shape.isEmpty(), shape.isEmpty() ? rules : shape);
        }
        return new RunHeader(experiment, variant, runId, evalSet, startedAt);
    }

    private @Nullable String text(Fields fields, String parent, String name, boolean required) {
        String pointer = parent + "/" + name;
        try {
            String value = fields.text(name);
            if (value == null && required) {
                rules.add(new Violation(pointer, "is required"));
            } else if (value != null && !CaseRules.isName(value)) {
                rules.add(new Violation(pointer, "is 1 to " + CaseRules.LONGEST_NAME + " characters of text"));
            }
            return value;
        } catch (Fields.WrongTypeException e) {
            shape.add(new Violation(pointer, "must be a string"));
            return null;
        }
    }

    private @Nullable String evalSet(Fields fields) {
        JsonNode written = fields.get("evalSet");
        if (written == null) {
            return null;
        }
        if (!written.isObject()) {
            shape.add(new Violation("/evalSet", "must be an object with name and version"));
            return null;
        }
        Fields parts = new Fields(written);
        written.fieldNames().forEachRemaining(field -> {
            if (!field.equals("name") && !field.equals("version")) {
                shape.add(new Violation("/evalSet/" + field, "unknown field"));
            }
        });
        String name = text(parts, "/evalSet", "name", true);
        String version = text(parts, "/evalSet", "version", true);
        return name == null || version == null ? null : name + "@" + version;
    }

    private @Nullable Instant startedAt(Fields fields) {
        String written = text(fields, "", "startedAt", false);
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeParseException e) {
            shape.add(new Violation("/startedAt", "must be an ISO-8601 instant such as 2026-11-01T00:00:00Z"));
            return null;
        }
    }
}
