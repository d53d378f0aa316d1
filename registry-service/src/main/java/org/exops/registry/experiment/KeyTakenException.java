package org.exops.registry.experiment;

/** The database found the key taken, whatever was seen before; the transaction is lost. */
public final class KeyTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyTakenException(String key) {
        super(key);
    }
}
