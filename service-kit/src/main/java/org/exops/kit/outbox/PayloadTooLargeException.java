package org.exops.kit.outbox;

/** An event that no broker would take: the use case that made it fails. */
public final class PayloadTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PayloadTooLargeException(String type, int bytes, int limit) {
        super("%s has %d bytes, %d are allowed".formatted(type, bytes, limit));
    }
}
