package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** What was sent ends too early or is not what it says; the message names the place. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }

    static UnreadableFileException of(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
        String what = failure instanceof JsonEOFException
                ? "the content ends in the middle of a value"
                : failure.getOriginalMessage();
        return new UnreadableFileException(where + what);
    }
}
