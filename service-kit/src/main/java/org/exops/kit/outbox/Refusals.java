package org.exops.kit.outbox;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells what the broker refuses for good: the record itself is at fault, so it would be refused again. */
public final class Refusals {
    // A short list on purpose: whatever else goes wrong (a name that does not resolve, a missing right, a producer that
    // is being
    // closed) is mended outside, and an event that waits is better than one that is lost.
    private static final List<Class<? extends Exception>> FINAL = List.of(
            RecordTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            SerializationException.class);

    private Refusals() {}

    /** Whether {@code failure} or one of its causes would come again however long one waits. */
    public static boolean isFinal(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (FINAL.stream().anyMatch(cause.getClass()::equals)) {
                return true;
            }
        }
        return false;
    }
}
