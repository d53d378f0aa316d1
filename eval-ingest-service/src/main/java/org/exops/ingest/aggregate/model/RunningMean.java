package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A mean over the repeats of a case.
 *
 * @param n repeats that have a value
 */
record RunningMean(int n, Precise sum) {
    static final RunningMean EMPTY = new RunningMean(0, Precise.ZERO);

    RunningMean with(double value) {
        return new RunningMean(n + 1, sum.plus(Precise.of(value)));
    }

    boolean known() {
        return n > 0;
    }

    Precise mean() {
        return n == 1 ? sum : sum.over(n);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(n);
        if (n > 0) {
            sum.write(out);
        }
    }

    static RunningMean read(DataInput in) throws IOException {
        int n = in.readInt();
        return n == 0 ? EMPTY : new RunningMean(n, Precise.read(in));
    }
}
