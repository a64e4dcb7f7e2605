package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Money flow index. */
final class MfiKernel extends Kernel {
    private final int length;
    /** What two RollingSums would hold; together in one loop they do not wait for each other. */
    private final double[] positive;

    private final double[] negative;
    private double positiveFront;
    private double negativeFront;
    private int slot;
    private double lastTypical;
    private double[] highs = {};
    private double[] lows = {};
    private double[] typicals = {};
    private double[] before = {};
    private double[] flows = {};
    private double[] gains = {};
    private double[] losses = {};

    MfiKernel(int length) {
        this.length = length;
        this.positive = new double[length + 1];
        this.negative = new double[length + 1];
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        gains = atLeast(gains, n);
        losses = atLeast(losses, n);
        flows(in, n);
        for (int i = 0; i < n; ) {
            int run = Math.min(n - i, length - slot);
            sum(i, run);
            i += run;
        }
        double[] target = before;
        for (int i = 0; i < n; i++) {
            // Without any flow nothing over almost nothing.
            target[i] = 100 * gains[i] / Math.max(gains[i] + losses[i], Double.MIN_NORMAL);
        }
        System.arraycopy(target, 0, out[0], from, n);
        blank(in, n, out, from, length);
    }

    /** Puts the sums of the last gains and losses in their places. */
    private void sum(int from, int run) {
        double up = positiveFront;
        double down = negativeFront;
        for (int r = 0; r < run; r++) {
            double gain = gains[from + r];
            double loss = losses[from + r];
            up += gain;
            down += loss;
            gains[from + r] = up + positive[slot + r + 1];
            losses[from + r] = down + negative[slot + r + 1];
            positive[slot + r] = gain;
            negative[slot + r] = loss;
        }
        positiveFront = up;
        negativeFront = down;
        slot += run;
        if (slot == length) {
            turn();
        }
    }

    private void turn() {
        double up = 0;
        double down = 0;
        for (int j = length - 1; j >= 0; j--) {
            up += positive[j];
            down += negative[j];
            positive[j] = up;
            negative[j] = down;
        }
        positiveFront = 0;
        negativeFront = 0;
        slot = 0;
    }

    private void flows(Block in, int n) {
        highs = copied(in.high, in.offset, n, highs);
        lows = copied(in.low, in.offset, n, lows);
        typicals = copied(in.close, in.offset, n, typicals);
        flows = copied(in.volume, in.offset, n, flows);
        for (int i = 0; i < n; i++) {
            typicals[i] = (highs[i] + lows[i] + typicals[i]) / 3;
        }
        before = atLeast(before, n);
        before[0] = in.start == 0 ? typicals[0] : lastTypical;
        System.arraycopy(typicals, 0, before, 1, n - 1);
        lastTypical = typicals[n - 1];
        for (int i = 0; i < n; i++) {
            double typical = typicals[i];
            // 1, 0 or -1 without a branch, for which way it went is a coin toss.
            double way = Math.signum(typical - before[i]);
            double flow = 0.5 * typical * flows[i];
            gains[i] = (way * way + way) * flow;
            losses[i] = (way * way - way) * flow;
        }
    }

    @Override
    public void state(StateCodec codec) {
        codec.reals(positive);
        codec.reals(negative);
        positiveFront = codec.real(positiveFront);
        negativeFront = codec.real(negativeFront);
        slot = codec.whole(slot);
        lastTypical = codec.real(lastTypical);
    }
}
