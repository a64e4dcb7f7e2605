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
    private final RunningTotal total = new RunningTotal();
    private double fastDistance;
    private double slowDistance;

    AccumulationKernel(int fast, int slow) {
        this.fastKeep = 1 - 2.0 / (fast + 1);
        this.slowKeep = 1 - 2.0 / (slow + 1);
        this.first = slow - 1;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double[] line = out[0];
        double[] oscillator = out[1];
        if (oscillator != null) {
            oscillate(in, n, oscillator, from);
            blank(in, n, oscillator, from, first);
        }
        if (line != null) {
            MoneyFlow.fill(in, n, line, from);
            total.add(line, from, n);
        }
    }

    /** Works the flows out itself: while one average waits for the last there is time for it. */
    private void oscillate(Block in, int n, double[] target, int from) {
        double fast = fastDistance;
        double slow = slowDistance;
        // At the first candle both averages are the line itself.
        int begun = in.start == 0 ? 1 : 0;
        for (int i = begun; i < n; i++) {
            double flow = MoneyFlow.of(in, i);
            fast = fastKeep * (fast - flow);
            slow = slowKeep * (slow - flow);
            target[from + i] = fast - slow;
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
        total.state(codec);
        fastDistance = codec.real(fastDistance);
        slowDistance = codec.real(slowDistance);
    }
}
