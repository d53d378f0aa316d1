package org.exops.events.v1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** One realistic example of each payload, with every field; producers and consumers are tested against the same ones. */
public final class Golden {
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Golden() {}

    /** The example as JSON, laid out for people: {@code Golden.json("experiment-snapshot")}. */
    public static String json(String name) {
        String resource = "/golden/v1/" + name + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No golden file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example of the type's payload as JSON. */
    public static String json(EventType<?> type) {
        return json(name(type));
    }

    /** The example of the type's payload. */
    public static <T> T of(EventType<T> type) {
        return ContractJson.read(json(type), type.payload());
    }

    /** Of the files of a type: {@code experiment-snapshot} for {@link ExperimentSnapshot}. */
    static String name(EventType<?> type) {
        return WORDS.matcher(type.payload().getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
