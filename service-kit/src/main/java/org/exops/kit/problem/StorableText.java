package org.exops.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/**
 * Text that a database and a JSON writer can hold: no NUL, which PostgreSQL refuses, and no half of a surrogate pair, which has no
 * UTF-8.
 */
final class StorableText {
    private static final String REFUSAL = "holds a NUL or half a surrogate pair";

    private StorableText() {}

    static boolean is(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Holds every text, key and tree of a request to it. */
    static SimpleModule module() {
        return new SimpleModule("storable-text")
                .addDeserializer(String.class, new Texts())
                .addDeserializer(JsonNode.class, new Trees())
                .addKeyDeserializer(String.class, new Keys());
    }

    private static String storable(String text, DeserializationContext context) throws JsonMappingException {
        if (!is(text)) {
            throw context.weirdStringException("…", String.class, REFUSAL);
        }
        return text;
    }

    private static final class Texts extends StdDeserializer<String> {
        @Serial
        private static final long serialVersionUID = 1;

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return storable(StringDeserializer.instance.deserialize(parser, context), context);
        }
    }

    private static final class Trees extends StdDeserializer<JsonNode> {
        @Serial
        private static final long serialVersionUID = 1;

        Trees() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode tree = JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
            check(tree, context);
            return tree;
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return context.getNodeFactory().nullNode();
        }

        private static void check(JsonNode node, DeserializationContext context) throws IOException {
            if (node.isTextual()) {
                var unused = storable(node.textValue(), context);
            }
            for (var field : node.properties()) {
                var unused = storable(field.getKey(), context);
            }
            for (JsonNode child : node) {
                check(child, context);
            }
        }
    }

    private static final class Keys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return storable(key, context);
        }
    }
}
