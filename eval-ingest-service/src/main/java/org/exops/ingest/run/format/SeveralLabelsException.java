package org.exops.ingest.run.format;

/** One variant was named for a file that has several: which is which has to be said. */
public final class SeveralLabelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeveralLabelsException(String first, String second) {
        super("the file has several variants, among them \"%s\" and \"%s\"; say which is which with map=LABEL:VARIANT"
                .formatted(first, second));
    }
}
