package org.exops.kit.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names the JSON that a Java type is read from, for people who never see the Java type. */
final class JsonKinds {
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class, Byte.class);
    private static final Map<Class<?>, String> NAMES = Map.of(
            boolean.class, "true or false",
            Boolean.class, "true or false",
            Instant.class, "an instant such as \"2026-11-01T00:00:00Z\"",
            Duration.class, "a duration such as \"PT15M\"",
            LocalDate.class, "a date such as \"2026-11-01\"",
            UUID.class, "a UUID");

    private JsonKinds() {}

    static String of(Class<?> type) {
        String name = NAMES.get(type);
        if (name != null) {
            return name;
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number that fits";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
            return "a string";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
