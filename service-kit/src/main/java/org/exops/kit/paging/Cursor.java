package org.exops.kit.paging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;

/**
 * The sort values of the last item that was seen, in the order of the sort. On the wire it is opaque: base64url of a JSON array
 * of strings. Every reading of a value that the service did not write fails with 400.
 */
public record Cursor(List<String> values) {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 2_000;

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    /** Fails with 400 {@code invalid-shape} on what is no cursor. */
    public static Cursor parse(String opaque) {
        if (opaque.length() > LONGEST) {
            throw unknown();
        }
        try {
            return new Cursor(MAPPER.readValue(Base64.getUrlDecoder().decode(opaque), new TypeReference<>() {}));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw unknown();
        }
    }

    public String encode() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(int index) {
        if (index >= values.size()) {
            throw unknown();
        }
        String text = values.get(index);
        if (text.indexOf('\0') >= 0) {
            throw unknown(); // no page of ours ended there: PostgreSQL holds no NUL
        }
        return text;
    }

    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public long number(int index) {
        return read(index, Long::valueOf);
    }

    private <T> T read(int index, Function<String, T> reading) {
        String text = text(index);
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.at(
                ProblemType.INVALID_SHAPE, "/cursor", "Is no cursor that this list has given; start without one");
    }
}
