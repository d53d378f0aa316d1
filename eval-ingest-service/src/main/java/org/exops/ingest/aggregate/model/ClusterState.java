package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What one cluster has brought to every series; remembers what it was before the batch. */
final class ClusterState {
    private final Map<Series, GroupSum> sums = new HashMap<>();
    private final Map<Series, GroupSum> before = new HashMap<>();

    void add(Series series, GroupSum part) {
        put(series, current(series).plus(part));
    }

    void remove(Series series, GroupSum part) {
        put(series, current(series).minus(part));
    }

    boolean changed() {
        return !before.isEmpty();
    }

    /** Tells each changed series with (before, after). */
    void changes(Change change) {
        before.forEach((series, old) -> change.tell(series, old, current(series)));
    }

    /** A series of a cluster, before and after a batch. */
    @FunctionalInterface
    interface Change {
        void tell(Series series, GroupSum before, GroupSum after);
    }

    void forEach(BiConsumer<Series, GroupSum> seen) {
        sums.forEach(seen);
    }

    private GroupSum current(Series series) {
        GroupSum current = sums.get(series);
        return current == null ? GroupSum.empty(series.components()) : current;
    }

    private void put(Series series, GroupSum after) {
        before.putIfAbsent(series, current(series));
        if (after.n() == 0) {
            sums.remove(series);
        } else {
            sums.put(series, after);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sums.size());
        for (Map.Entry<Series, GroupSum> entry : sums.entrySet()) {
            entry.getKey().write(out);
            entry.getValue().write(out);
        }
    }

    static ClusterState read(DataInput in) throws IOException {
        ClusterState state = new ClusterState();
        int size = in.readInt();
        for (int index = 0; index < size; index++) {
            Series series = Series.read(in);
            state.sums.put(series, GroupSum.read(in, series.components()));
        }
        return state;
    }
}
