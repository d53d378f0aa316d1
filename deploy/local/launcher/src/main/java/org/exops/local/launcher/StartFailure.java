package org.exops.local.launcher;

/** Why the stack cannot start, in words for the person who started it. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is all that is shown. */
    public StartFailure(String message) {
        super(message);
    }
}
