package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RunningTotal;

/**
 * Chaikin's accumulation/distribution line and his oscillator of it.
 *
 * <p>The oscillator is a difference of two averages of a line that grows without limit. Both averages are kept as
 * their distance to the line, which is small, so no digits are lost however high the line stands.
 */
final class AccumulationKernel extends Kernel {
    private final double fastKeep;
    private final double slowKeep;
    private final int first;
    private final RunningTotal line = new RunningTotal();
    private double fastDistance;
    private double slowDistance;
    private double[] flows = {};

    AccumulationKernel(int fast, int slow) {
        this.fastKeep = 1 - 2.0 / (fast + 1);
        this.slowKeep = 1 - 2.0 / (slow + 1);
        this.first = slow - 1;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        flows = atLeast(flows, n);
        for (int i = 0; i < n; i++) {
            flows[i] = MoneyFlow.of(in, i);
        }
        oscillate(in, n, out[1], from);
        line.add(flows, 0, n);
        if (out[0] != null) {
            System.arraycopy(flows, 0, out[0], from, n);
        }
        blank(in, n, out[1], from, first);
    }

    private void oscillate(Block in, int n, double[] target, int from) {
        double fast = fastDistance;
        double slow = slowDistance;
        // At the first candle both averages are the line itself.
        int begun = in.start == 0 ? 1 : 0;
        for (int i = begun; i < n; i++) {
            fast = fastKeep * (fast - flows[i]);
            slow = slowKeep * (slow - flows[i]);
            if (target != null) {
                target[from + i] = fast - slow;
            }
        }
        fastDistance = fast;
        slowDistance = slow;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        line.state(codec);
        fastDistance = codec.real(fastDistance);
        slowDistance = codec.real(slowDistance);
    }
}
