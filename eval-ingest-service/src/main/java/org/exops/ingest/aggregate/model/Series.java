package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Names one clustered mean of an experiment.
 *
 * @param owner number of the variant, or of the pair
 * @param member number of the metric or of the segment; 0 where there is only one
 */
record Series(Kind kind, int owner, int member) {
    private static final Kind[] KINDS = Kind.values();

    /** What is averaged; the order is stored, so new kinds go to the end. */
    enum Kind {
        ARM_COST(1),
        ARM_OVER_BUDGET(1),
        PAIR_SCORE(3),
        PAIR_QUALITY(2),
        PAIR_METRIC(1),
        PAIR_SEGMENT(1);

        private final int components;

        Kind(int components) {
            this.components = components;
        }
    }

    static Series cost(int variant) {
        return new Series(Kind.ARM_COST, variant, 0);
    }

    static Series overBudget(int variant) {
        return new Series(Kind.ARM_OVER_BUDGET, variant, 0);
    }

    static Series score(int pair) {
        return new Series(Kind.PAIR_SCORE, pair, 0);
    }

    static Series quality(int pair) {
        return new Series(Kind.PAIR_QUALITY, pair, 0);
    }

    static Series metric(int pair, int metric) {
        return new Series(Kind.PAIR_METRIC, pair, metric);
    }

    static Series segment(int pair, int segment) {
        return new Series(Kind.PAIR_SEGMENT, pair, segment);
    }

    int components() {
        return kind.components;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeShort(owner);
        out.writeShort(member);
    }

    static Series read(DataInput in) throws IOException {
        return new Series(KINDS[in.readByte()], in.readShort(), in.readShort());
    }
}
