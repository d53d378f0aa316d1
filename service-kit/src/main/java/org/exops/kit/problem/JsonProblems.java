package org.exops.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a body that Jackson refuses is told: 400 for what is no JSON or has another shape, 422 for a value that the model's own
 * constructor refuses. Jackson's texts name classes and quote the source, so none of them reaches a client.
 */
final class JsonProblems {
    private JsonProblems() {}

    /** Empty for a fault of ours: a type that cannot be mapped, a constructor that broke. */
    static Optional<ProblemException> of(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        if (failure instanceof ValueInstantiationException refused) {
            return ofConstructor(refused);
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Optional.of(shape(unknown, "There is no field \"" + unknown.getPropertyName() + "\" here"));
        }
        if (failure instanceof MismatchedInputException mismatch && !isTrailing(mismatch)) {
            return Optional.of(shape(mismatch, "Must be " + expected(mismatch)));
        }
        if (failure instanceof JsonMappingException wrapped
                && wrapped.getCause() instanceof JsonProcessingException cause) {
            return cause instanceof InputCoercionException
                    ? Optional.of(shape(wrapped, "Must be a whole number that fits"))
                    : of(cause);
        }
        if (failure instanceof JsonMappingException mapping && !isTrailing(mapping)) {
            return ofConstructor(mapping);
        }
        return Optional.of(new ProblemException(ProblemType.MALFORMED_JSON, malformed(failure)));
    }

    private static ProblemException shape(JsonMappingException failure, String message) {
        return ProblemException.at(ProblemType.INVALID_SHAPE, JsonPointers.of(failure.getPath()), message);
    }

    // Compact constructors state the meaning of a value: what they refuse is the client's to mend.
    private static Optional<ProblemException> ofConstructor(JsonMappingException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof IllegalArgumentException
                    || cause instanceof DateTimeException
                    || cause instanceof NullPointerException) {
                String message = Optional.ofNullable(cause.getMessage()).orElse("Is not allowed here");
                return Optional.of(ProblemException.invalidValue(JsonPointers.of(failure.getPath()), message));
            }
        }
        return Optional.empty();
    }

    private static boolean isTrailing(JsonMappingException failure) {
        return failure.getOriginalMessage().startsWith("Trailing token");
    }

    private static String malformed(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "The JSON nests deeper, or has longer names, texts or numbers, than is taken here";
        }
        String original = String.valueOf(failure.getOriginalMessage());
        if (original.startsWith("Duplicate field")) {
            return original + place(failure.getLocation());
        }
        if (original.startsWith("Trailing token")) {
            return "Something follows the end of the JSON document" + place(failure.getLocation());
        }
        return "The JSON ends early or breaks the grammar" + place(failure.getLocation());
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum() && mismatch instanceof InvalidFormatException) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return JsonKinds.of(type);
    }
}
