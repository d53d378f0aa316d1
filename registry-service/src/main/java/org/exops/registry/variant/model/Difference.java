package org.exops.registry.variant.model;

/** One way in which a treatment may do more than its control; {@code text} says it as the end of a sentence. */
public record Difference(Kind kind, String text) {

    /** What grew. */
    public enum Kind {
        SERVER_ADDED,
        TOOL_ADDED,
        TOOL_CHANGED,
        SCOPE_ADDED,
        HANDOFF_ADDED,
        APPROVAL_LOOSENED
    }
}
