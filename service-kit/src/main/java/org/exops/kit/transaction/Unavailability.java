package org.exops.kit.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells a neighbour that is away for now, where waiting helps, from a fault that waiting cannot mend. */
public final class Unavailability {
    // 08 connection, 28 credentials (they rotate), 40 rollback by conflict, 53 out of resources, 57 shutdown
    private static final Set<String> CLASSES = Set.of("08", "28", "40", "53", "57");
    // a demoted primary, a lock that is not available, a database that is not made yet
    private static final Set<String> STATES = Set.of("25006", "55P03", "3D000");

    private Unavailability() {}

    /** Whether {@code failure} or one of its causes passes by itself. */
    public static boolean isTransient(@Nullable Throwable failure) {
        boolean passes = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Jackson's failures are IOExceptions, but JSON that cannot be read or written never mends by waiting.
            if (cause instanceof JsonProcessingException) {
                return false;
            }
            passes |= passesByItself(cause);
        }
        return passes;
    }

    private static boolean passesByItself(Throwable cause) {
        if (cause instanceof PgException refused) {
            return passesByItself(refused.getSqlState());
        }
        if (cause instanceof SQLException refused) {
            return passesByItself(refused.getSQLState());
        }
        return cause instanceof IOException
                || cause instanceof ClosedConnectionException
                || cause instanceof TimeoutException
                || cause instanceof RetriableException
                || isPoolTimeout(cause);
    }

    private static boolean passesByItself(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }

    // The reactive pool reports a wait that was too long, or a connection that closed under it, by message only.
    private static boolean isPoolTimeout(Throwable cause) {
        if (!(cause instanceof VertxException) && !(cause instanceof NoStackTraceThrowable)) {
            return false;
        }
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("timeout") || message.contains("closed") || message.contains("pool");
    }
}
