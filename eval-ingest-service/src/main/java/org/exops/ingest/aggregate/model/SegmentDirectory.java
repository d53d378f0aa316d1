package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exops.ingest.experiment.model.Segmentation;

/**
 * Numbers the segments that have sums of their own: protected ones first, then in order of appearance up to a limit in number and
 * in written size; what comes later is {@code other} of its dimensions for good, so a sum never has to be cut or joined.
 */
public final class SegmentDirectory {
    /** What folded values are called. */
    public static final String OTHER = "other";

    static final int LIMIT = 50;
    // Names repeat once per arm and pair in a snapshot of at most 256 KiB; together they may take this many characters.
    private static final int NAMES = 4_096;

    private final Segmentation segmentation;
    private final List<Map<String, String>> known = new ArrayList<>();
    private final Map<Map<String, String>, Integer> numbers = new HashMap<>();
    private int own;
    private int names;
    private boolean folded;

    SegmentDirectory(Segmentation segmentation) {
        this.segmentation = segmentation;
        for (Map<String, String> where : segmentation.protectedSegments()) {
            var unused = open(where);
        }
    }

    /** By number: value by dimension. */
    public List<Map<String, String>> known() {
        return List.copyOf(known);
    }

    /** Whether some value is in {@code other}. */
    public boolean folded() {
        return folded;
    }

    /** The numbers of the segments that a case belongs to. */
    Set<Integer> of(Map<String, String> values) {
        Set<Integer> found = new TreeSet<>();
        if (values.isEmpty()) {
            return found;
        }
        for (List<String> dimensions : segmentation.dimensions()) {
            if (values.keySet().containsAll(dimensions)) {
                found.add(number(dimensions, values));
            }
        }
        for (Map<String, String> where : segmentation.protectedSegments()) {
            if (values.entrySet().containsAll(where.entrySet())) {
                found.add(open(where));
            }
        }
        return found;
    }

    private int number(List<String> dimensions, Map<String, String> values) {
        Map<String, String> segment = new TreeMap<>();
        dimensions.forEach(dimension -> segment.put(dimension, values.getOrDefault(dimension, OTHER)));
        Integer number = numbers.get(segment);
        if (number != null) {
            return number;
        }
        int length = segment.toString().length();
        if (own < LIMIT && names + length <= NAMES) {
            return open(segment);
        }
        folded = true;
        segment.replaceAll((dimension, value) -> OTHER);
        Integer rest = numbers.get(segment);
        return rest == null ? append(segment) : rest;
    }

    private int open(Map<String, String> segment) {
        Integer number = numbers.get(segment);
        if (number != null) {
            return number;
        }
        own++;
        names += segment.toString().length();
        return append(new TreeMap<>(segment));
    }

    private int append(Map<String, String> segment) {
        known.add(segment);
        numbers.put(segment, known.size() - 1);
        return known.size() - 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(own);
        out.writeInt(names);
        out.writeBoolean(folded);
        out.writeInt(known.size());
        for (Map<String, String> segment : known) {
            Texts.writeMap(out, segment);
        }
    }

    static SegmentDirectory read(DataInput in, Segmentation segmentation) throws IOException {
        SegmentDirectory directory = new SegmentDirectory(segmentation);
        directory.known.clear();
        directory.numbers.clear();
        directory.own = in.readInt();
        directory.names = in.readInt();
        directory.folded = in.readBoolean();
        int size = in.readInt();
        for (int index = 0; index < size; index++) {
            var unused = directory.append(Texts.readMap(in));
        }
        return directory;
    }
}
