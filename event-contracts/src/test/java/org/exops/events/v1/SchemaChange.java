package org.exops.events.v1;

/** How a schema differs from the committed one at a place. */
sealed interface SchemaChange {
    String place();

    String what();

    /** Somebody who reads or wrote the old form would fail. */
    record Break(String place, String what) implements SchemaChange {}

    /** Nobody minds. */
    record Growth(String place, String what) implements SchemaChange {}
}
