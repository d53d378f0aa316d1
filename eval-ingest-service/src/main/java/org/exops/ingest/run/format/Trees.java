package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Predicate;

/** Reads one value of a stream into memory, without the fields that nobody asks for; refuses one that is too large for that. */
final class Trees {
    private static final int MOST_NODES = 20_000;
    private static final int LONGEST_STRING = 20_000_000;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_FIELD = 1_000;

    // A name is only interned to be looked up again; names of cases never are.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(200)
                    .build())
            .build();

    private final JsonParser parser;
    private final Predicate<String> wanted;
    private int nodes;

    private Trees(JsonParser parser, Predicate<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /** The value that the parser stands on; afterwards it stands on the value's last token. */
    static JsonNode read(JsonParser parser, Predicate<String> wanted) throws IOException {
        return new Trees(parser, wanted).value();
    }

    /** The scalar fields of the object that the parser stands on; what is nested or too long to be a name is left out. */
    static ObjectNode scalars(JsonParser parser, Predicate<String> wanted) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return object;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean scalar = parser.nextToken().isScalarValue();
            if (scalar && wanted.test(name) && object.size() < MOST_FIELDS && parser.getTextLength() <= LONGEST_FIELD) {
                object.set(name, new Trees(parser, wanted).value());
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private JsonNode value() throws IOException {
        if (++nodes > MOST_NODES) {
            throw new UnreadableFileException("line %d: one case has more than %d values"
                    .formatted(parser.currentTokenLocation().getLineNr(), MOST_NODES));
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> make.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> make.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> make.booleanNode(true);
            case VALUE_FALSE -> make.booleanNode(false);
            default -> make.nullNode();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (wanted.test(name)) {
                object.set(name, value());
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }
}
