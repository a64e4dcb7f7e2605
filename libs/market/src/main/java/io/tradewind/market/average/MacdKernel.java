package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/**
 * Moving average convergence/divergence, its signal and histogram, each also as a share of the close.
 *
 * <p>As TA-Lib does, both averages begin at the slow one's first row, the fast one with the mean of its last closes up
 * to there.
 */
final class MacdKernel extends Kernel {
    static final int OUTPUTS = 6;

    private final int fastLength;
    private final int slowLength;
    private final int signalLength;
    /** Sums while beginning, averages after. */
    private double fast;

    private double slow;
    private double signal;
    private double[] macds = {};
    private double[] signals = {};

    MacdKernel(int fastLength, int slowLength, int signalLength) {
        this.fastLength = fastLength;
        this.slowLength = slowLength;
        this.signalLength = signalLength;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        macds = atLeast(macds, n);
        signals = atLeast(signals, n);
        int i = begin(in, n);
        double fastGain = 2.0 / (fastLength + 1);
        double slowGain = 2.0 / (slowLength + 1);
        double signalGain = 2.0 / (signalLength + 1);
        double fastValue = fast;
        double slowValue = slow;
        double signalValue = signal;
        for (; i < n; i++) {
            double close = in.close[in.offset + i];
            fastValue += fastGain * (close - fastValue);
            slowValue += slowGain * (close - slowValue);
            double macd = fastValue - slowValue;
            signalValue += signalGain * (macd - signalValue);
            macds[i] = macd;
            signals[i] = signalValue;
        }
        fast = fastValue;
        slow = slowValue;
        signal = signalValue;
        write(in, n, out, from);
        blank(in, n, out, from, slowLength + signalLength - 2);
    }

    private void write(Block in, int n, double[][] out, int from) {
        for (int j = 0; j < OUTPUTS; j++) {
            double[] target = out[j];
            if (target == null) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                double value = j % 3 == 0 ? macds[i] : j % 3 == 1 ? signals[i] : macds[i] - signals[i];
                target[from + i] = j < 3 ? value : value / in.close[in.offset + i];
            }
        }
    }

    private int begin(Block in, int n) {
        int first = slowLength + signalLength - 2;
        int i = 0;
        for (; i < n && in.start + i <= first; i++) {
            int row = in.start + i;
            double close = in.close[in.offset + i];
            if (row < slowLength) {
                beginAverages(row, close);
            } else {
                fast += 2.0 / (fastLength + 1) * (close - fast);
                slow += 2.0 / (slowLength + 1) * (close - slow);
            }
            signal += row >= slowLength - 1 ? fast - slow : 0;
            signal /= row == first ? signalLength : 1;
            macds[i] = fast - slow;
            signals[i] = signal;
        }
        return i;
    }

    private void beginAverages(int row, double close) {
        slow += close;
        fast += row >= slowLength - fastLength ? close : 0;
        if (row == slowLength - 1) {
            slow /= slowLength;
            fast /= fastLength;
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        fast = codec.real(fast);
        slow = codec.real(slow);
        signal = codec.real(signal);
    }
}
