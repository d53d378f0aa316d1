package org.exops.registry.transaction;

/**
 * How a JSON document is written to and read from a {@code jsonb} column as text. The driver takes a text that is bound to
 * {@code jsonb} for a JSON string, hence the cast through {@code text}.
 */
public final class DocumentColumn {
    public static final String WRITE = "cast(cast(? as text) as jsonb)";

    private DocumentColumn() {}
}
