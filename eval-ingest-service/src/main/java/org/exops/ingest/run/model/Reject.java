package org.exops.ingest.run.model;

import org.jspecify.annotations.Nullable;

/**
 * Something in what was sent that does not count, and why; names of the sender in it are cut at 256 characters.
 *
 * @param line from 1, for what is read line by line
 * @param pointer JSON pointer, for one document
 * @param code stable; API
 */
public record Reject(@Nullable Long line, @Nullable String pointer, String code, String text) {
    public Reject {
        pointer = pointer == null ? null : ShownText.of(pointer);
        text = ShownText.of(text);
    }

    /** A reject of the run as a whole. */
    public static Reject ofRun(String code, String text) {
        return new Reject(null, null, code, text);
    }

    public static Reject atLine(long line, String code, String text) {
        return new Reject(line, null, code, text);
    }

    /** A case by its number from 1: an element of a document of ours, else a line or row. */
    public static Reject ofCase(String format, long number, String code, String text) {
        return format.equals("exops-json") ? at("/cases/" + (number - 1), code, text) : atLine(number, code, text);
    }

    public static Reject at(String pointer, String code, String text) {
        return new Reject(null, pointer, code, text);
    }
}
