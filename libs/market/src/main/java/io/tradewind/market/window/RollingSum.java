package io.tradewind.market.window;

import java.util.Arrays;

import io.tradewind.market.kernel.StateCodec;

/**
 * Sum of the last {@code length} values, by two stacks.
 *
 * <p>Values are taken in blocks of {@code length}. Within a block the newest values are added to a front sum; what is
 * still in the window of the block before is one of its suffix sums, which are worked out once when a block is full. No
 * value is ever subtracted, so the result is as exact after ten million candles as after ten and an outlier leaves
 * nothing behind. The cost is two additions a value. Before the window is full it sums what there is.
 */
public final class RollingSum {
    private final int length;
    /** Two rings; a whole block reads one and fills the other. In one array: no reference has to be stored. */
    private final double[] rings;
    /** Where the ring in use begins. */
    private int base;

    private double front;
    private int at;

    public RollingSum(int length) {
        this.length = Windows.requireLength(length);
        this.rings = new double[2 * (length + 1)];
    }

    /** Adds a value and returns the sum of the last {@code length} ones. */
    public double push(double value) {
        int slot = at;
        double sum = front + value;
        double result = sum + rings[base + slot + 1];
        rings[base + slot] = value;
        front = sum;
        at = slot + 1;
        if (at == length) {
            turn();
        }
        return result;
    }

    /**
     * Adds {@code n} values, the first one at {@code from}, and writes after each the sum of the last {@code length}
     * ones, the first at {@code to}. Both arrays may be the same.
     */
    public void push(double[] values, int from, int n, double[] sums, int to) {
        int done = 0;
        while (done < n) {
            if (at == 0 && n - done >= length && values != sums) {
                pushBlock(values, from + done, sums, to + done);
                done += length;
            } else {
                int run = Math.min(n - done, length - at);
                pushRun(values, from + done, run, sums, to + done);
                done += run;
            }
        }
    }

    private void pushRun(double[] values, int from, int run, double[] sums, int to) {
        int slot = base + at;
        double sum = front;
        for (int r = 0; r < run; r++) {
            double value = values[from + r];
            sum += value;
            double result = sum + rings[slot + r + 1];
            rings[slot + r] = value;
            sums[to + r] = result;
        }
        front = sum;
        at += run;
        if (at == length) {
            turn();
        }
    }

    /** A whole block: its front and its suffix sums do not wait for each other. */
    private void pushBlock(double[] values, int from, double[] sums, int to) {
        int next = length + 1 - base;
        double sum = 0;
        double suffix = 0;
        int last = length - 1;
        for (int r = 0; r < length; r++) {
            sum += values[from + r];
            sums[to + r] = sum + rings[base + r + 1];
            suffix += values[from + last - r];
            rings[next + last - r] = suffix;
        }
        base = next;
    }

    private void turn() {
        double suffix = 0;
        for (int j = length - 1; j >= 0; j--) {
            suffix += rings[base + j];
            rings[base + j] = suffix;
        }
        front = 0;
        at = 0;
    }

    public void state(StateCodec codec) {
        double[] ring = Arrays.copyOfRange(rings, base, base + length + 1);
        codec.reals(ring);
        System.arraycopy(ring, 0, rings, base, length + 1);
        front = codec.real(front);
        at = codec.whole(at);
    }
}
