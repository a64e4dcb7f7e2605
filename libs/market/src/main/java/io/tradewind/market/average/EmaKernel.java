package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Exponential moving average of closes, begun with a simple one, and the close's distance to it. */
final class EmaKernel extends Kernel {
    private final int length;
    /** While beginning: the sum so far. */
    private double sum;
    /** How far the close was above the average; with it the recursion has one operation fewer to wait for. */
    private double distance;

    private double[] closes = {};
    private double[] steps = {};
    private double[] averages = {};

    EmaKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        averages = atLeast(averages, n);
        closes = copied(in.close, in.offset, n, closes);
        steps = atLeast(steps, n);
        for (int i = 0; i < n; i++) {
            steps[i] = closes[i] - in.previousClose[i];
        }
        double keep = 1 - 2.0 / (length + 1);
        double above = begin(in, n);
        for (int i = Math.min(n, Math.max(0, length - in.start)); i < n; i++) {
            above = keep * (above + steps[i]);
            averages[i] = above;
        }
        distance = above;
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

    /** Sums the first closes and returns the distance to go on from. */
    private double begin(Block in, int n) {
        for (int i = 0; i < n && in.start + i < length; i++) {
            sum += closes[i];
            if (in.start + i == length - 1) {
                distance = closes[i] - sum / length;
            }
            averages[i] = distance;
        }
        return distance;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        sum = codec.real(sum);
        distance = codec.real(distance);
    }
}
