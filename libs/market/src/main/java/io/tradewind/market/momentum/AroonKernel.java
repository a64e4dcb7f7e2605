package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingArgMax;
import io.tradewind.market.window.RollingArgMax.Tie;

/** Aroon up, down and their difference: how recent the highest high and the lowest low are. */
final class AroonKernel extends Kernel {
    private final int length;
    /** Live only. */
    private final RollingArgMax highest;

    private final RollingArgMax lowest;
    /** In a batch: the extremes first, then how long ago each of them was. */
    private final PriceRange range;

    private int sinceHighest;
    private int sinceLowest;
    private double[] ups = {};
    private double[] downs = {};

    AroonKernel(int length) {
        this.length = length;
        this.highest = new RollingArgMax(length + 1, Tie.NEWEST);
        this.lowest = new RollingArgMax(length + 1, Tie.NEWEST);
        this.range = new PriceRange(length + 1);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        ups = atLeast(ups, n);
        downs = atLeast(downs, n);
        if (in.live) {
            ups[0] = highest.push(in.high[in.offset]);
            downs[0] = lowest.push(-in.low[in.offset]);
        } else {
            range.update(in, n);
            sinceHighest = ages(in.high, in, n, range.highest, sinceHighest, ups);
            sinceLowest = ages(in.low, in, n, range.lowest, sinceLowest, downs);
        }
        double scale = 100.0 / length;
        for (int i = 0; i < n; i++) {
            ups[i] = scale * (length - ups[i]);
            downs[i] = scale * (length - downs[i]);
        }
        write(n, out, from);
        blank(in, n, out, from, length);
    }

    /** Ages of the extremes: one more than before while it is the same candle's, else looked for. */
    private int ages(double[] prices, Block in, int n, double[] extremes, int since, double[] ages) {
        int age = since;
        for (int i = 0; i < n; i++) {
            int now = in.offset + i;
            double extreme = extremes[i];
            age++;
            if (prices[now] == extreme) {
                age = 0;
            } else if (age > length) {
                age = 1;
                while (age < length && prices[now - age] != extreme) {
                    age++;
                }
            }
            ages[i] = age;
        }
        return age;
    }

    private void write(int n, double[][] out, int from) {
        if (out[0] != null) {
            System.arraycopy(ups, 0, out[0], from, n);
        }
        if (out[1] != null) {
            System.arraycopy(downs, 0, out[1], from, n);
        }
        if (out[2] != null) {
            for (int i = 0; i < n; i++) {
                out[2][from + i] = ups[i] - downs[i];
            }
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
    }
}
