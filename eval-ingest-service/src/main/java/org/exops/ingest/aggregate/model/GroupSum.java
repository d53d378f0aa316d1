package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sum of one series over one cluster.
 *
 * @param n observations
 * @param sums one per component
 */
record GroupSum(long n, List<Precise> sums) {

    static GroupSum empty(int components) {
        return new GroupSum(
                0,
                IntStream.range(0, components).mapToObj(index -> Precise.ZERO).toList());
    }

    GroupSum plus(GroupSum other) {
        return combined(n + other.n, other, 1);
    }

    /** An emptied sum is exactly 0: no dust of rounding stays behind. */
    GroupSum minus(GroupSum other) {
        return n == other.n ? empty(sums.size()) : combined(n - other.n, other, -1);
    }

    private GroupSum combined(long count, GroupSum other, int sign) {
        return new GroupSum(
                count,
                IntStream.range(0, sums.size())
                        .mapToObj(index ->
                                sums.get(index).plus(other.sums.get(index).times(sign)))
                        .toList());
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(n);
        for (Precise sum : sums) {
            sum.write(out);
        }
    }

    static GroupSum read(DataInput in, int components) throws IOException {
        long n = in.readLong();
        Precise[] sums = new Precise[components];
        for (int index = 0; index < components; index++) {
            sums[index] = Precise.read(in);
        }
        return new GroupSum(n, List.of(sums));
    }
}
