package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sufficient statistics of a clustered mean of a k-vector over all clusters (Miller 2024, arXiv 2411.00640); a cluster's old
 * part is taken out before its new one goes in, so the work does not depend on how much there is.
 */
public final class ClusteredTotal {
    private final int components;
    private final Precise[] sums;
    private final Precise[] products;
    private final Precise[] weighted;
    private long n;
    private long clusters;
    private Precise sizeSquares = Precise.ZERO;

    ClusteredTotal(int components) {
        this.components = components;
        this.sums = new Precise[components];
        this.products = new Precise[components * (components + 1) / 2];
        this.weighted = new Precise[components];
        clear();
    }

    public long n() {
        return n;
    }

    public long clusters() {
        return clusters;
    }

    /** Σ d. */
    public List<Double> sums() {
        return values(sums);
    }

    /** Σ_g S_g S_gᵀ, upper triangle by rows. */
    public List<Double> crossProducts() {
        return values(products);
    }

    /** Σ_g n_g S_g. */
    public List<Double> sizeWeighted() {
        return values(weighted);
    }

    /** Σ_g n_g². */
    public double sizeSquares() {
        return sizeSquares.value();
    }

    void replace(GroupSum before, GroupSum after) {
        n += after.n() - before.n();
        clusters += Long.signum(after.n()) - Long.signum(before.n());
        if (n == 0) {
            clear();
            return;
        }
        take(before, -1);
        take(after, 1);
    }

    private void take(GroupSum part, int sign) {
        double size = sign * (double) part.n();
        sizeSquares = sizeSquares.plus(Precise.of(part.n()).times(size));
        int product = 0;
        for (int row = 0; row < components; row++) {
            Precise sum = part.sums().get(row);
            sums[row] = sums[row].plus(sum.times(sign));
            weighted[row] = weighted[row].plus(sum.times(size));
            for (int column = row; column < components; column++, product++) {
                Precise cross = sum.times(part.sums().get(column));
                products[product] = products[product].plus(cross.times(sign));
            }
        }
    }

    private void clear() {
        Stream.of(sums, products, weighted).forEach(kind -> Arrays.fill(kind, Precise.ZERO));
        sizeSquares = Precise.ZERO;
    }

    private static List<Double> values(Precise[] of) {
        return Arrays.stream(of).map(Precise::value).toList();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(n);
        out.writeLong(clusters);
        sizeSquares.write(out);
        for (Precise[] kind : List.of(sums, products, weighted)) {
            for (Precise value : kind) {
                value.write(out);
            }
        }
    }

    static ClusteredTotal read(DataInput in, int components) throws IOException {
        ClusteredTotal total = new ClusteredTotal(components);
        total.n = in.readLong();
        total.clusters = in.readLong();
        total.sizeSquares = Precise.read(in);
        for (Precise[] kind : List.of(total.sums, total.products, total.weighted)) {
            for (int index = 0; index < kind.length; index++) {
                kind[index] = Precise.read(in);
            }
        }
        return total;
    }
}
