package org.exops.events.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of the payloads, from their records: what is not {@code @Nullable} is required. */
final class EventSchemas {
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", Duration.class, "duration", UUID.class, "uuid");

    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static JsonNode generate(EventType<?> type) {
        return generate(type.payload());
    }

    static JsonNode generate(Class<?> payload) {
        return GENERATOR.generateSchema(payload);
    }

    /** The same schema with every reference replaced by what it refers to; payloads are trees, so this ends. */
    static JsonNode resolve(JsonNode schema) {
        return resolve(schema, schema);
    }

    private static JsonNode resolve(JsonNode node, JsonNode root) {
        if (node.path("$ref").isTextual()) {
            return resolve(root.at(node.get("$ref").asText().substring(1)), root);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode resolved = object.objectNode();
            object.properties().forEach(field -> {
                if (!field.getKey().equals("$defs")) {
                    resolved.set(field.getKey(), resolve(field.getValue(), root));
                }
            });
            return resolved;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode resolved = array.arrayNode();
            array.forEach(item -> resolved.add(resolve(item, root)));
            return resolved;
        }
        return node;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.PLAIN_DEFINITION_KEYS, Option.FLATTENED_ENUMS, Option.ENUM_KEYWORD_FOR_SINGLE_VALUES);
        builder.forFields().withRequiredCheck(field -> !isNullable(field));
        builder.forTypesInGeneral().withPropertySorter((unusedOne, unusedOther) -> 0);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            String format = FORMATS.get(type.getErasedType());
            if (format == null) {
                return null;
            }
            ObjectNode text = context.getGeneratorConfig().createObjectNode();
            text.put("type", "string").put("format", format);
            return new CustomDefinition(
                    text, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
        });
        return new SchemaGenerator(builder.build());
    }

    private static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
