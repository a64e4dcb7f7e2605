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

    MacdKernel(int fastLength, int slowLength, int signalLength) {
        this.fastLength = fastLength;
        this.slowLength = slowLength;
        this.signalLength = signalLength;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int i = begin(in, n, out, from);
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
            write(out, from + i, macd, signalValue, close);
        }
        fast = fastValue;
        slow = slowValue;
        signal = signalValue;
    }

    private static void write(double[][] out, int at, double macd, double signal, double close) {
        double histogram = macd - signal;
        out[0][at] = macd;
        out[1][at] = signal;
        out[2][at] = histogram;
        out[3][at] = macd / close;
        out[4][at] = signal / close;
        out[5][at] = histogram / close;
    }

    private int begin(Block in, int n, double[][] out, int from) {
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
            if (row == first) {
                signal /= signalLength;
                write(out, from + i, fast - slow, signal, close);
            } else {
                blank(out, from + i);
            }
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

    private static void blank(double[][] out, int at) {
        for (int j = 0; j < OUTPUTS; j++) {
            out[j][at] = Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        fast = codec.real(fast);
        slow = codec.real(slow);
        signal = codec.real(signal);
    }
}
