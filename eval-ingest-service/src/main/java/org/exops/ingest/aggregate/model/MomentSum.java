package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Count, sum and sum of squares of a metric's values, from which mean and M2 follow in any order of arrival. */
public final class MomentSum {
    // Below this share of Σx² a difference is the rounding of 106 bits, not a spread.
    private static final double DUST = 1e-28;

    private long n;
    private Precise sum = Precise.ZERO;
    private Precise squares = Precise.ZERO;

    public long n() {
        return n;
    }

    /** 0 when n = 0. */
    public double mean() {
        return n == 0 ? 0 : sum.over(n).value();
    }

    /** Σ(x − mean)² = Σx² − (Σx)²/n, never negative. */
    public double m2() {
        if (n == 0) {
            return 0;
        }
        double spread = squares.minus(sum.times(sum).over(n)).value();
        return spread <= squares.value() * DUST ? 0 : spread;
    }

    void add(Precise value) {
        n++;
        sum = sum.plus(value);
        squares = squares.plus(value.times(value));
    }

    void remove(Precise value) {
        n--;
        sum = n == 0 ? Precise.ZERO : sum.minus(value);
        squares = n == 0 ? Precise.ZERO : squares.minus(value.times(value));
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(n);
        sum.write(out);
        squares.write(out);
    }

    static MomentSum read(DataInput in) throws IOException {
        MomentSum moments = new MomentSum();
        moments.n = in.readLong();
        moments.sum = Precise.read(in);
        moments.squares = Precise.read(in);
        return moments;
    }
}
