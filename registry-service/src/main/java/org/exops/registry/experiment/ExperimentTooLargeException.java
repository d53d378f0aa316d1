package org.exops.registry.experiment;

/** An experiment whose news no neighbour could be sent; the transaction is lost. Sizes are bytes of JSON. */
public final class ExperimentTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    public ExperimentTooLargeException(int bytes, int limit) {
        this("make the experiment too large to be announced: %d bytes with every default filled in, %d are allowed"
                .formatted(bytes, limit));
    }

    private ExperimentTooLargeException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** What is too large, as the end of a sentence about the variants. */
    public String detail() {
        return detail;
    }
}
