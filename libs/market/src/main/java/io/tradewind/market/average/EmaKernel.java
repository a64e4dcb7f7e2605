package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Exponential moving average of closes, begun with a simple one, and the close's distance to it. */
final class EmaKernel extends Kernel {
    /** How many steps are taken at once. */
    private static final int GROUP = 4;

    private final int length;
    /** What is left of a distance after one to four steps. */
    private final double[] keep = new double[GROUP];
    /** While beginning: the sum so far. */
    private double sum;
    /**
     * How far the close was above the average before the group of steps at hand; with distances the recursion has one
     * operation fewer to wait for.
     */
    private double distance;
    /** What the group's steps so far have added to it. */
    private double added;
    /** How many these are, 0 to 3. */
    private int taken;

    private double[] closes = {};
    private double[] steps = {};
    private double[] averages = {};

    EmaKernel(int length) {
        this.length = length;
        double product = 1;
        for (int i = 0; i < GROUP; i++) {
            product *= 1 - 2.0 / (length + 1);
            keep[i] = product;
        }
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        averages = atLeast(averages, n);
        closes = copied(in.close, in.offset, n, closes);
        steps = atLeast(steps, n);
        for (int i = 0; i < n; i++) {
            steps[i] = closes[i] - in.previousClose[i];
        }
        begin(in, n);
        follow(Math.min(n, Math.max(0, length - in.start)), n);
        for (int i = 0; i < n; i++) {
            averages[i] = closes[i] - averages[i];
        }
        if (out[0] != null) {
            System.arraycopy(averages, 0, out[0], from, n);
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = closes[i] / averages[i] - 1;
            }
        }
        blank(in, n, out, from, length - 1);
    }

    /** Sums the first closes to the distance to go on from. */
    private void begin(Block in, int n) {
        for (int i = 0; i < n && in.start + i < length; i++) {
            sum += closes[i];
            if (in.start + i == length - 1) {
                distance = closes[i] - sum / length;
            }
            averages[i] = distance;
        }
    }

    /**
     * Takes the steps {@code first..n-1}: {@code distance = keep (distance + step)}. Four at a time, because what four steps add
     * does not wait for the distance before them. Where a block or a stream cuts a group, the same is worked out step by
     * step, to the last bit.
     */
    private void follow(int first, int n) {
        int i = first;
        while (i < n && taken > 0) {
            step(i++);
        }
        double keep1 = keep[0];
        double keep2 = keep[1];
        double keep3 = keep[2];
        double keep4 = keep[3];
        double above = distance;
        for (; i + GROUP <= n; i += GROUP) {
            double one = keep1 * steps[i];
            double two = keep1 * (one + steps[i + 1]);
            double three = keep1 * (two + steps[i + 2]);
            double four = keep1 * (three + steps[i + 3]);
            averages[i] = keep1 * above + one;
            averages[i + 1] = keep2 * above + two;
            averages[i + 2] = keep3 * above + three;
            above = keep4 * above + four;
            averages[i + 3] = above;
        }
        distance = above;
        while (i < n) {
            step(i++);
        }
    }

    private void step(int i) {
        added = keep[0] * (added + steps[i]);
        double above = keep[taken] * distance + added;
        averages[i] = above;
        taken++;
        if (taken == GROUP) {
            distance = above;
            added = 0;
            taken = 0;
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        sum = codec.real(sum);
        distance = codec.real(distance);
        added = codec.real(added);
        taken = codec.whole(taken);
    }
}
