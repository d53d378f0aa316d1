package org.exops.local.launcher.demo;

/** Why the story did not reach its end, in words for the person who watches it. */
public final class StoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryFailure(String message) {
        super(message);
    }
}
