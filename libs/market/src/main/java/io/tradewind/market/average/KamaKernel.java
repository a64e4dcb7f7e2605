package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Kaufman's adaptive moving average and the close's distance to it. */
final class KamaKernel extends Kernel {
    private static final double SLOWEST = 2.0 / 31;
    private static final double SPAN = 2.0 / 3 - SLOWEST;

    private final int length;
    /** What a RollingSum of the steps' sizes would hold; written out, because its sum must stay in a register. */
    private final double[] ring;

    private double front;
    private int slot;
    /** How far the close was above the average, as in EmaKernel. */
    private double distance;

    private double[] averages = {};
    /** Where averages go: the output that wants them, or the ones above. */
    private double[] target = {};

    KamaKernel(int length) {
        this.length = length;
        this.ring = new double[length + 1];
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        boolean raw = out[0] != null;
        averages = raw ? averages : atLeast(averages, n);
        target = raw ? out[0] : averages;
        int first = raw ? from : 0;
        for (int i = 0; i < n; ) {
            int run = Math.min(n - i, length - slot);
            if (in.start + i < length) {
                begin(in, i, run, first + i);
            } else {
                follow(in, i, run, first + i);
            }
            i += run;
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / target[first + i] - 1;
            }
        }
        blank(in, n, out, from, length);
    }

    /** Until there is a first average the path grows and the distance is none. */
    private void begin(Block in, int from, int run, int to) {
        for (int i = from; i < from + run; i++) {
            int now = in.offset + i;
            double size = in.start + i == 0 ? 0 : Math.abs(in.close[now] - in.close[now - 1]);
            front += size;
            ring[slot + i - from] = size;
            target[to + i - from] = in.close[now];
        }
        end(run);
    }

    /** All in one loop: what waits for the average before leaves time for the rest. */
    private void follow(Block in, int from, int run, int to) {
        double[] close = in.close;
        int now = in.offset + from;
        int then = now - length;
        double above = distance;
        double sum = front;
        double last = close[now - 1];
        for (int r = 0; r < run; r++) {
            double value = close[now + r];
            double step = value - last;
            last = value;
            double size = Math.abs(step);
            sum += size;
            double travelled = sum + ring[slot + r + 1] + Double.MIN_NORMAL;
            ring[slot + r] = size;
            // Almost nothing over almost nothing is 1 on flat prices.
            double efficiency = (Math.abs(value - close[then + r]) + Double.MIN_NORMAL) / travelled;
            double smoothing = efficiency * SPAN + SLOWEST;
            above = (1 - smoothing * smoothing) * (above + step);
            target[to + r] = value - above;
        }
        distance = above;
        front = sum;
        end(run);
    }

    private void end(int run) {
        slot += run;
        if (slot == length) {
            double suffix = 0;
            for (int j = length - 1; j >= 0; j--) {
                suffix += ring[j];
                ring[j] = suffix;
            }
            front = 0;
            slot = 0;
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        codec.reals(ring);
        front = codec.real(front);
        slot = codec.whole(slot);
        distance = codec.real(distance);
    }
}
