package org.exops.registry.baseline;

/** The database found the item taken, whatever was seen before; the transaction is lost. */
public final class ItemTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ItemTakenException(String item) {
        super(item);
    }
}
