package org.exops.events.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exops.events.v1.SchemaChange.Break;
import org.exops.events.v1.SchemaChange.Growth;

/**
 * Compares a schema with the committed one. Within a version a payload only grows: events that were written before must still be
 * read, and what consumers rely on must still be there.
 */
final class SchemaComparison {
    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaComparison() {}

    static List<SchemaChange> compare(JsonNode committed, JsonNode present) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.node("", EventSchemas.resolve(committed), EventSchemas.resolve(present));
        return comparison.changes;
    }

    private void node(String place, JsonNode committed, JsonNode present) {
        if (!form(committed).equals(form(present))) {
            changes.add(new Break(place, "was " + form(committed) + " and is " + form(present)));
            return;
        }
        values(place, committed, present);
        fields(place, committed, present);
        if (committed.has("items")) {
            node(place + "/*", committed.get("items"), present.get("items"));
        }
        if (committed.path("additionalProperties").isObject()) {
            node(place + "/*", committed.get("additionalProperties"), present.get("additionalProperties"));
        }
    }

    /** Everything but the parts that are compared one by one. */
    private static String form(JsonNode schema) {
        String type = schema.path("type").asText("anything");
        String format = schema.path("format").asText("");
        return type
                + (format.isEmpty() ? "" : " (" + format + ")")
                + (schema.has("enum") ? " of named values" : "")
                + (schema.has("items") ? " of items" : "")
                + (schema.path("additionalProperties").isObject() ? " by name" : "");
    }

    private void values(String place, JsonNode committed, JsonNode present) {
        Set<String> before = texts(committed.path("enum"));
        Set<String> now = texts(present.path("enum"));
        before.stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> changes.add(new Break(place, "lost the value " + value)));
        now.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> changes.add(new Growth(place, "gained the value " + value)));
    }

    private void fields(String place, JsonNode committed, JsonNode present) {
        committed.path("properties").properties().forEach(field -> {
            String inside = place + "/" + field.getKey();
            JsonNode now = present.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                changes.add(new Break(inside, "was removed"));
            } else {
                requirement(inside, isRequired(committed, field.getKey()), isRequired(present, field.getKey()));
                node(inside, field.getValue(), now);
            }
        });
        present.path("properties").properties().forEach(field -> {
            if (!committed.path("properties").has(field.getKey())) {
                changes.add(newField(place + "/" + field.getKey(), isRequired(present, field.getKey())));
            }
        });
    }

    private void requirement(String place, boolean before, boolean now) {
        if (now && !before) {
            changes.add(new Break(place, "was made required, and older events lack it"));
        }
        if (before && !now) {
            changes.add(new Break(place, "is no longer always there, and consumers rely on it"));
        }
    }

    private static SchemaChange newField(String place, boolean required) {
        return required
                ? new Break(place, "is new and required, and older events lack it")
                : new Growth(place, "is new");
    }

    private static boolean isRequired(JsonNode schema, String field) {
        return texts(schema.path("required")).contains(field);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
