package org.exops.events.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
    static List<EventType<?>> types() {
        return EventTypes.ALL;
    }

    @ParameterizedTest
    @MethodSource("types")
    void reading_and_writing_gives_the_same_bytes(EventType<?> type) {
        assertThat(ContractJson.laidOut(Golden.of(type))).isEqualTo(Golden.json(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_is_there(EventType<?> type) {
        Set<String> absent = absent(EventSchemas.generate(type), ContractJson.tree(Golden.json(type)));
        assertThat(absent)
                .as("fields of " + type.type() + " without an example")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_field_that_nobody_knows_yet_is_ignored(EventType<?> type) {
        JsonNode newer = ContractJson.tree(Golden.json(type));
        int added = addUnknownFields(newer, EventSchemas.resolve(EventSchemas.generate(type)));
        assertThat(added).isPositive();

        assertThat((Object) ContractJson.read(newer.toString(), type.payload())).isEqualTo(Golden.of(type));
    }

    @Test
    void a_missing_example_is_noticed() {
        ObjectNode poorer = (ObjectNode) ContractJson.tree(Golden.json("experiment-snapshot"));
        ((ObjectNode) poorer.get("decision")).remove("variant");
        assertThat(absent(EventSchemas.generate(EventTypes.EXPERIMENT), poorer)).containsExactly("/decision/variant");
    }

    @Test
    void a_golden_file_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> Golden.json("nothing-such")).hasMessageContaining("nothing-such");
    }

    private static Set<String> absent(JsonNode schema, JsonNode example) {
        Set<String> fields = new TreeSet<>();
        collect(EventSchemas.resolve(schema), "", fields);
        Set<String> seen = new TreeSet<>();
        walk(EventSchemas.resolve(schema), example, "", seen);
        fields.removeAll(seen);
        return fields;
    }

    private static void collect(JsonNode schema, String path, Set<String> fields) {
        schema.path("properties").properties().forEach(field -> {
            fields.add(path + "/" + field.getKey());
            collect(field.getValue(), path + "/" + field.getKey(), fields);
        });
        if (schema.has("items")) {
            collect(schema.get("items"), path + "/*", fields);
        }
        if (schema.path("additionalProperties").isObject()) {
            collect(schema.get("additionalProperties"), path + "/*", fields);
        }
    }

    private static void walk(JsonNode schema, JsonNode value, String path, Set<String> seen) {
        schema.path("properties").properties().forEach(field -> {
            if (value.has(field.getKey())) {
                seen.add(path + "/" + field.getKey());
                walk(field.getValue(), value.get(field.getKey()), path + "/" + field.getKey(), seen);
            }
        });
        if (schema.has("items")) {
            value.forEach(item -> walk(schema.get("items"), item, path + "/*", seen));
        }
        if (schema.path("additionalProperties").isObject()) {
            value.forEach(item -> walk(schema.get("additionalProperties"), item, path + "/*", seen));
        }
    }

    /** Where the schema has fields: maps and free JSON keep what they are given. */
    private static int addUnknownFields(JsonNode value, JsonNode schema) {
        int added = 0;
        for (var field : schema.path("properties").properties()) {
            if (value.has(field.getKey())) {
                added += addUnknownFields(value.get(field.getKey()), field.getValue());
            }
        }
        if (schema.has("items")) {
            for (JsonNode item : value) {
                added += addUnknownFields(item, schema.get("items"));
            }
        }
        if (schema.has("properties") && value instanceof ObjectNode object) {
            object.putObject("notKnownYet").put("deep", 1);
            added++;
        }
        return added;
    }
}
