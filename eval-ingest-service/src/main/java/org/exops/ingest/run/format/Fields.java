package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed access to the fields of one JSON object; null in JSON is absence. */
final class Fields {
    private final JsonNode object;

    Fields(JsonNode object) {
        this.object = object;
    }

    /** A field has another type than it must have. */
    static final class WrongTypeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        WrongTypeException(String field, String expected) {
            super(field + " must be " + expected);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    @Nullable
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name) {
        return typed(name, "a string", value -> value.isTextual() ? value.textValue() : null);
    }

    @Nullable
    BigDecimal number(String name) {
        return typed(name, "a number", value -> value.isNumber() ? value.decimalValue() : null);
    }

    @Nullable
    Long count(String name) {
        return typed(name, "a whole number", Fields::whole);
    }

    /** Numbers by name; a null is left out. */
    Map<String, Double> numbers(String name) {
        return map(name, "a number", value -> value.isNumber() ? value.doubleValue() : null);
    }

    /** Whole numbers by name; a null is left out. */
    Map<String, Long> counts(String name) {
        return map(name, "a whole number", Fields::whole);
    }

    /** Texts by name; numbers and booleans as they are written, a null is left out. */
    Map<String, String> scalars(String name) {
        return map(name, "a string", value -> value.isValueNode() ? value.asText() : null);
    }

    private <T> Map<String, T> map(String name, String expected, Function<JsonNode, @Nullable T> convert) {
        JsonNode value = get(name);
        Map<String, T> map = new TreeMap<>();
        if (value == null) {
            return map;
        }
        if (!value.isObject()) {
            throw new WrongTypeException(name, "an object");
        }
        value.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                map.put(entry.getKey(), converted(name + "/" + entry.getKey(), expected, entry.getValue(), convert));
            }
        });
        return map;
    }

    private <T> @Nullable T typed(String name, String expected, Function<JsonNode, @Nullable T> convert) {
        JsonNode value = get(name);
        return value == null ? null : converted(name, expected, value, convert);
    }

    private static <T> T converted(
            String name, String expected, JsonNode value, Function<JsonNode, @Nullable T> convert) {
        T converted = convert.apply(value);
        if (converted == null) {
            throw new WrongTypeException(name, expected);
        }
        return converted;
    }

    private static @Nullable Long whole(JsonNode value) {
        if (!value.isNumber()) {
            return null;
        }
        BigDecimal number = value.decimalValue();
        boolean fits = number.precision() - number.scale() <= 18
                && number.stripTrailingZeros().scale() <= 0;
        return fits ? Long.valueOf(number.longValue()) : null;
    }
}
