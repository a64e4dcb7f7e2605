package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** CNTP, CNTN, CNTD, SUMP, SUMN and SUMD of one window: how often and how far closes rose and fell. */
final class AlphaCountKernel extends Kernel {
    static final int OUTPUTS = 6;

    private final int length;
    private final RollingSum rises;
    private final RollingSum falls;
    private final RollingSum gains;
    private final RollingSum losses;

    AlphaCountKernel(int length) {
        this.length = length;
        this.rises = new RollingSum(length);
        this.falls = new RollingSum(length);
        this.gains = new RollingSum(length);
        this.losses = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double change = in.close[in.offset + i] - in.previousClose[i];
            double rising = rises.push(change > 0 ? 1 : 0) / length;
            double falling = falls.push(change < 0 ? 1 : 0) / length;
            double gained = gains.push(change > 0 ? change : 0);
            double lost = losses.push(change < 0 ? -change : 0);
            int at = from + i;
            if (in.start + i < length) {
                Blank.fill(out, at, 0, OUTPUTS);
                continue;
            }
            double scale = gained + lost > 0 ? 1 / (gained + lost) : 0;
            out[0][at] = rising;
            out[1][at] = falling;
            out[2][at] = rising - falling;
            out[3][at] = gained * scale;
            out[4][at] = lost * scale;
            out[5][at] = (gained - lost) * scale;
        }
    }

    @Override
    public void state(StateCodec codec) {
        rises.state(codec);
        falls.state(codec);
        gains.state(codec);
        losses.state(codec);
    }
}
