package org.exops.window.lease.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a waiting experiment stands, and why it waits.
 *
 * @param position counted from 1 among those it contends with; absent when it does not stand in the line
 */
public record Place(@Nullable Integer position, List<Reason> reasons) {
    public static final Place NONE = new Place(null, List.of());

    static Place aside(List<Reason> reasons) {
        return new Place(null, reasons);
    }
}
