package io.tradewind.market.trend;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Wilder's directional movement: +DI, -DI, their difference and ADX. */
final class DirectionalKernel extends Kernel {
    static final int OUTPUTS = 4;

    private final int length;
    private double plus;
    private double minus;
    private double range;
    /** Sum while beginning, average after. */
    private double adx;

    private double lastHigh;
    private double lastLow;

    DirectionalKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double previousHigh = lastHigh;
        double previousLow = lastLow;
        double keep = 1 - 1.0 / length;
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double high = in.high[in.offset + i];
            double low = in.low[in.offset + i];
            if (row > 0) {
                double up = high - previousHigh;
                double down = previousLow - low;
                double close = in.previousClose[i];
                double rose = up > down && up > 0 ? up : 0;
                double fell = down > up && down > 0 ? down : 0;
                double ranged = (high > close ? high : close) - (low < close ? low : close);
                // The first sums are of one candle less than the length, as Wilder's worksheet has it.
                double kept = row < length ? 1 : keep;
                plus = plus * kept + rose;
                minus = minus * kept + fell;
                range = range * kept + ranged;
            }
            write(row, out, from + i);
            previousHigh = high;
            previousLow = low;
        }
        lastHigh = previousHigh;
        lastLow = previousLow;
    }

    private void write(int row, double[][] out, int at) {
        if (row < length) {
            for (int j = 0; j < OUTPUTS; j++) {
                out[j][at] = Double.NaN;
            }
            return;
        }
        double scale = range > 0 ? 100 / range : 0;
        double plusDi = plus * scale;
        double minusDi = minus * scale;
        double sum = plus + minus;
        boolean moves = range > 0 && sum > 0;
        double index = moves ? 100 * Math.abs(plus - minus) / sum : 0;
        int first = 2 * length - 1;
        if (row <= first) {
            adx += index;
            adx = row == first ? adx / length : adx;
        } else if (moves) {
            adx = (adx * (length - 1) + index) / length;
        }
        out[0][at] = plusDi;
        out[1][at] = minusDi;
        out[2][at] = plusDi - minusDi;
        out[3][at] = row >= first ? adx : Double.NaN;
    }

    @Override
    public void state(StateCodec codec) {
        plus = codec.real(plus);
        minus = codec.real(minus);
        range = codec.real(range);
        adx = codec.real(adx);
        lastHigh = codec.real(lastHigh);
        lastLow = codec.real(lastLow);
    }
}
