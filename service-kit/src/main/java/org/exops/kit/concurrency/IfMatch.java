package org.exops.kit.concurrency;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The precondition of a change: the entity tags that the client has read, or {@code *} for any. */
public final class IfMatch {
    private static final String ANY = "*";

    private final Set<String> tags;

    private IfMatch(Set<String> tags) {
        this.tags = tags;
    }

    /** Fails with 428 when the header is missing. */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag that was read, or *");
        }
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    /** Strong comparison: a weak tag never matches. */
    public boolean matches(long revision) {
        return tags.contains(ANY) || tags.contains(ETags.of(revision));
    }

    /** Fails with 412 {@code stale}, naming the present tag, unless {@link #matches}. */
    public void require(long revision) {
        if (!matches(revision)) {
            throw stale(revision);
        }
    }

    /** The refusal, for a front door whose result says so. */
    public static ProblemException stale(long revision) {
        return new ProblemException(
                        ProblemType.STALE,
                        "The resource is at " + ETags.of(revision) + " now: read it again, then change it")
                .header("ETag", ETags.of(revision));
    }
}
