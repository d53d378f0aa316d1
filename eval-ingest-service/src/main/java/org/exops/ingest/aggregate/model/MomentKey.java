package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Names the moments of one metric in one arm.
 *
 * @param variant number of the variant
 * @param metric number of the metric
 * @param segment number of the segment, or {@link #EVERYTHING}
 */
public record MomentKey(int variant, int metric, int segment) implements Comparable<MomentKey> {
    public static final int EVERYTHING = -1;

    @Override
    public int compareTo(MomentKey other) {
        int byVariant = Integer.compare(variant, other.variant);
        int byMetric = Integer.compare(metric, other.metric);
        if (byVariant != 0) {
            return byVariant;
        }
        return byMetric != 0 ? byMetric : Integer.compare(segment, other.segment);
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(variant);
        out.writeShort(metric);
        out.writeShort(segment);
    }

    static MomentKey read(DataInput in) throws IOException {
        return new MomentKey(in.readShort(), in.readShort(), in.readShort());
    }
}
