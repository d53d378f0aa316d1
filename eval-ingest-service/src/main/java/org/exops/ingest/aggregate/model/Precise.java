package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An unevaluated sum of two doubles with about 106 bits: sums agree to 1e-12 whatever the order (Dekker 1971; Hida, Li and Bailey
 * 2001, "accurate" addition and the fused product).
 *
 * @param high the value as a double
 * @param low what rounding left over
 */
record Precise(double high, double low) {
    static final Precise ZERO = new Precise(0, 0);

    static Precise of(double value) {
        return value == 0 ? ZERO : new Precise(value, 0);
    }

    Precise plus(Precise other) {
        double sum = high + other.high;
        double sumError = twoSumError(high, other.high, sum);
        double tail = low + other.low;
        double tailError = twoSumError(low, other.low, tail);
        Precise once = renormalised(sum, sumError + tail);
        return renormalised(once.high, once.low + tailError);
    }

    Precise minus(Precise other) {
        return plus(new Precise(-other.high, -other.low));
    }

    Precise times(Precise other) {
        double product = high * other.high;
        double error = Math.fma(high, other.high, -product);
        return renormalised(product, error + (high * other.low + low * other.high));
    }

    Precise times(double factor) {
        return times(of(factor));
    }

    Precise over(Precise divisor) {
        double first = high / divisor.high;
        Precise rest = minus(divisor.times(first));
        double second = rest.high / divisor.high;
        rest = rest.minus(divisor.times(second));
        double third = rest.high / divisor.high;
        return renormalised(first, second).plus(of(third));
    }

    Precise over(double divisor) {
        return over(of(divisor));
    }

    double value() {
        return high;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(high);
        out.writeDouble(low);
    }

    static Precise read(DataInput in) throws IOException {
        double high = in.readDouble();
        double low = in.readDouble();
        return high == 0 && low == 0 ? ZERO : new Precise(high, low);
    }

    private static double twoSumError(double left, double right, double sum) {
        double share = sum - left;
        return (left - (sum - share)) + (right - share);
    }

    private static Precise renormalised(double high, double low) {
        double sum = high + low;
        return sum == 0 ? ZERO : new Precise(sum, low - (sum - high));
    }
}
