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

    WilderKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int i = begin(in, n, out, from);
        double gains = gain;
        double losses = loss;
        double keep = (length - 1.0) / length;
        double share = 1.0 / length;
        for (; i < n; i++) {
            double change = (in.close[in.offset + i] - in.previousClose[i]) * share;
            gains = gains * keep + (change > 0 ? change : 0);
            losses = losses * keep - (change < 0 ? change : 0);
            write(out, from + i, gains, losses);
        }
        gain = gains;
        loss = losses;
    }

    private int begin(Block in, int n, double[][] out, int from) {
        int i = 0;
        for (; i < n && in.start + i <= length; i++) {
            double change = in.close[in.offset + i] - in.previousClose[i];
            gain += Math.max(change, 0);
            loss += Math.max(-change, 0);
            if (in.start + i == length) {
                gain /= length;
                loss /= length;
                write(out, from + i, gain, loss);
            } else {
                out[0][from + i] = Double.NaN;
                out[1][from + i] = Double.NaN;
            }
        }
        return i;
    }

    private static void write(double[][] out, int at, double gain, double loss) {
        double moved = gain + loss;
        double scale = moved > 0 ? 100 / moved : 0;
        out[0][at] = gain * scale;
        out[1][at] = (gain - loss) * scale;
    }

    @Override
    public void state(StateCodec codec) {
        gain = codec.real(gain);
        loss = codec.real(loss);
    }
}
