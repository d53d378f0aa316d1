package org.exops.window.enforcement.model;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was decided on a surface, as it enters the ledger.
 *
 * @param subject the experiment that it concerns; absent for the surface itself
 * @param facts what somebody needs to judge it later, as JSON values
 */
public record Enforcement(
        String surface, Kind kind, @Nullable Subject subject, Map<String, Object> facts) {

    /** What happened. */
    public enum Kind {
        LIMIT_SET,
        OWNER_SET,
        QUEUED,
        APPROVED,
        GRANTED,
        SUSPENDED,
        RELEASED,
        DENIED
    }

    /** An experiment by id and key. */
    public record Subject(UUID id, String key) {}

    public static Enforcement ofSurface(String surface, Kind kind, Map<String, Object> facts) {
        return new Enforcement(surface, kind, null, facts);
    }
}
