package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** RSI and Chande's momentum oscillator: two readings of the same smoothed gains and losses. */
final class WilderKernel extends Kernel {
    private final int length;
    /** Sums while beginning, averages after. */
    private double gain;

    private double loss;
    private double[] gains = {};
    private double[] losses = {};

    WilderKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        gains = atLeast(gains, n);
        losses = atLeast(losses, n);
        int begun = begin(in, n);
        double up = gain;
        double down = loss;
        double keep = (length - 1.0) / length;
        double share = 1.0 / length;
        for (int i = begun; i < n; i++) {
            double change = (in.close[in.offset + i] - in.previousClose[i]) * share;
            // Halves of sum and difference with the size: no branch on a coin toss.
            double size = Math.abs(change);
            up = up * keep + 0.5 * (size + change);
            down = down * keep + 0.5 * (size - change);
            gains[i] = up;
            losses[i] = down;
        }
        gain = up;
        loss = down;
        write(out[0], from, n, 0);
        write(out[1], from, n, 1);
        blank(in, n, out, from, length);
    }

    private void write(double[] target, int from, int n, double lossWeight) {
        if (target == null) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double moved = gains[i] + losses[i];
            double value = 100 * (gains[i] - lossWeight * losses[i]) / moved;
            target[from + i] = moved > 0 ? value : 0;
        }
    }

    private int begin(Block in, int n) {
        int i = 0;
        for (; i < n && in.start + i <= length; i++) {
            double change = in.close[in.offset + i] - in.previousClose[i];
            double divisor = in.start + i == length ? length : 1;
            gain = (gain + Math.max(change, 0)) / divisor;
            loss = (loss + Math.max(-change, 0)) / divisor;
            gains[i] = gain;
            losses[i] = loss;
        }
        return i;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        gain = codec.real(gain);
        loss = codec.real(loss);
    }
}
