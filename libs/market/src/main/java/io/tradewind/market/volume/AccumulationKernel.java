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

    AccumulationKernel(int fast, int slow) {
        this.fastKeep = 1 - 2.0 / (fast + 1);
        this.slowKeep = 1 - 2.0 / (slow + 1);
        this.first = slow - 1;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double fast = fastDistance;
        double slow = slowDistance;
        for (int i = 0; i < n; i++) {
            double flow = MoneyFlow.of(in, i);
            out[0][from + i] = line.add(flow);
            // At the first candle both averages are the line itself.
            double step = in.start + i == 0 ? 0 : flow;
            fast = fastKeep * (fast - step);
            slow = slowKeep * (slow - step);
            out[1][from + i] = in.start + i >= first ? fast - slow : Double.NaN;
        }
        fastDistance = fast;
        slowDistance = slow;
    }

    @Override
    public void state(StateCodec codec) {
        line.state(codec);
        fastDistance = codec.real(fastDistance);
        slowDistance = codec.real(slowDistance);
    }
}
