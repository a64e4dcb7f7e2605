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
    private double[] means = {};
    private double[] deviations = {};

    BollingerKernel(int length, double bands) {
        this.length = length;
        this.bands = bands;
        this.variance = new RollingVariance(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        means = atLeast(means, n);
        deviations = atLeast(deviations, n);
        variance.push(in.close, in.offset, n, means, deviations);
        for (int i = 0; i < n; i++) {
            deviations[i] = Math.sqrt(deviations[i] / length);
        }
        band(out[UPPER], from, n, bands);
        band(out[MIDDLE], from, n, 0);
        band(out[LOWER], from, n, -bands);
        if (out[DEVIATION] != null) {
            System.arraycopy(deviations, 0, out[DEVIATION], from, n);
        }
        if (out[WIDTH] != null) {
            for (int i = 0; i < n; i++) {
                out[WIDTH][from + i] = 2 * bands * deviations[i] / means[i];
            }
        }
        if (out[POSITION] != null) {
            position(in, n, out[POSITION], from);
        }
        blank(in, n, out, from, length - 1);
    }

    private void band(double[] target, int from, int n, double distance) {
        if (target != null) {
            for (int i = 0; i < n; i++) {
                target[from + i] = means[i] + distance * deviations[i];
            }
        }
    }

    private void position(Block in, int n, double[] target, int from) {
        for (int i = 0; i < n; i++) {
            double width = 2 * bands * deviations[i];
            target[from + i] = width > 0 ? 0.5 + (in.close[in.offset + i] - means[i]) / width : 0.5;
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        variance.state(codec);
    }
}
