package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Money flow index. */
final class MfiKernel extends Kernel {
    private final int length;
    private final RollingSum positive;
    private final RollingSum negative;
    private double lastTypical;
    /** Typical prices; the one of the candle before the block comes first. */
    private double[] typicals = {};

    private double[] gains = {};
    private double[] losses = {};

    MfiKernel(int length) {
        this.length = length;
        this.positive = new RollingSum(length);
        this.negative = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        typicals = atLeast(typicals, n + 1);
        gains = atLeast(gains, n);
        losses = atLeast(losses, n);
        flows(in, n);
        positive.push(gains, 0, n, gains, 0);
        negative.push(losses, 0, n, losses, 0);
        double[] target = out[0];
        for (int i = 0; i < n; i++) {
            double total = gains[i] + losses[i];
            double value = 100 * gains[i] / total;
            target[from + i] = total > 0 ? value : 0;
        }
        blank(in, n, out, from, length);
    }

    private void flows(Block in, int n) {
        for (int i = 0; i < n; i++) {
            int at = in.offset + i;
            typicals[i + 1] = (in.high[at] + in.low[at] + in.close[at]) / 3;
        }
        typicals[0] = in.start == 0 ? typicals[1] : lastTypical;
        lastTypical = typicals[n];
        for (int i = 0; i < n; i++) {
            double typical = typicals[i + 1];
            // 1, 0 or -1 without a branch, for which way it went is a coin toss.
            double way = Math.signum(typical - typicals[i]);
            double flow = typical * in.volume[in.offset + i];
            gains[i] = 0.5 * (way * way + way) * flow;
            losses[i] = 0.5 * (way * way - way) * flow;
        }
    }

    @Override
    public void state(StateCodec codec) {
        positive.state(codec);
        negative.state(codec);
        lastTypical = codec.real(lastTypical);
    }
}
