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

    MfiKernel(int length) {
        this.length = length;
        this.positive = new RollingSum(length);
        this.negative = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double last = in.start == 0 ? typical(in, 0) : lastTypical;
        for (int i = 0; i < n; i++) {
            double typical = typical(in, i);
            double flow = typical * in.volume[in.offset + i];
            double gained = positive.push(typical > last ? flow : 0);
            double lost = negative.push(typical < last ? flow : 0);
            double total = gained + lost;
            out[0][from + i] = in.start + i >= length ? (total > 0 ? 100 * gained / total : 0) : Double.NaN;
            last = typical;
        }
        lastTypical = last;
    }

    private static double typical(Block in, int i) {
        return (in.high[in.offset + i] + in.low[in.offset + i] + in.close[in.offset + i]) / 3;
    }

    @Override
    public void state(StateCodec codec) {
        positive.state(codec);
        negative.state(codec);
        lastTypical = codec.real(lastTypical);
    }
}
