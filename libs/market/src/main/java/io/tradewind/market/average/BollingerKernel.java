package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingVariance;

/** Bollinger bands with the deviation they are made of, their width and the close's place between them. */
final class BollingerKernel extends Kernel {
    static final int UPPER = 0;
    static final int MIDDLE = 1;
    static final int LOWER = 2;
    static final int DEVIATION = 3;
    static final int WIDTH = 4;
    static final int POSITION = 5;
    static final int OUTPUTS = 6;

    private final int length;
    private final double bands;
    private final RollingVariance variance;

    BollingerKernel(int length, double bands) {
        this.length = length;
        this.bands = bands;
        this.variance = new RollingVariance(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            variance.push(close);
            int at = from + i;
            if (in.start + i >= length - 1) {
                double mean = variance.mean();
                double deviation = variance.populationDeviation();
                double half = bands * deviation;
                out[0][at] = mean + half;
                out[1][at] = mean;
                out[LOWER][at] = mean - half;
                out[DEVIATION][at] = deviation;
                out[WIDTH][at] = 2 * half / mean;
                out[POSITION][at] = half > 0 ? 0.5 + (close - mean) / (2 * half) : 0.5;
            } else {
                for (int j = 0; j < OUTPUTS; j++) {
                    out[j][at] = Double.NaN;
                }
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        variance.state(codec);
    }
}
