package org.exops.kit.paging;

import java.util.Optional;
import org.exops.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The page that is asked for: at most {@code limit} items (1 to 200, 50 if not said) after {@code cursor}, or from the start. */
public record PageRequest(int limit, Optional<Cursor> cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int GREATEST_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw ProblemException.invalidValue("/limit", "Must be from 1 to " + GREATEST_LIMIT);
        }
    }

    /** From the query parameters; fails with 422 on the limit, with 400 on the cursor. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()).map(Cursor::parse));
    }

    /** How many rows to read: one more than is shown tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }
}
