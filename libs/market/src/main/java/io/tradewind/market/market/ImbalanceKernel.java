package io.tradewind.market.market;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;
import io.tradewind.market.window.RollingVariance;

/** Who moves the market: volume imbalance, pressure and bulk-classified order flow over one length. */
final class ImbalanceKernel extends Kernel {
    static final int VOLUME_IMBALANCE = 0;
    static final int PRESSURE = 1;
    static final int ORDER_IMBALANCE = 2;
    static final int TOXICITY = 3;
    static final int OUTPUTS = 4;

    private final int length;
    private final RollingVariance returns;
    private final RollingSum volumes;
    private final RollingSum coloured;
    private final RollingSum bodies;
    private final RollingSum ranges;
    private final RollingSum classified;
    private final RollingSum toxic;

    ImbalanceKernel(int length) {
        this.length = length;
        this.returns = new RollingVariance(length);
        this.volumes = new RollingSum(length);
        this.coloured = new RollingSum(length);
        this.bodies = new RollingSum(length);
        this.ranges = new RollingSum(length);
        this.classified = new RollingSum(length);
        this.toxic = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double volume = in.volume[in.offset + i];
            double body = in.close[in.offset + i] - in.open[in.offset + i];
            double total = volumes.push(volume);
            double sided = coloured.push(Math.signum(body) * volume);
            double bodySum = bodies.push(body);
            double rangeSum = ranges.push(in.high[in.offset + i] - in.low[in.offset + i]);
            boolean ready = row >= length - 1;
            int at = from + i;
            out[0][at] = ready ? share(sided, total) : Double.NaN;
            out[1][at] = ready ? share(bodySum, rangeSum) : Double.NaN;
            classify(in, i, total, out, at);
        }
    }

    private void classify(Block in, int i, double total, double[][] out, int at) {
        int row = in.start + i;
        if (row > 0) {
            returns.push(in.logReturn[i]);
        }
        // Until there is a deviation to classify by, volume counts for neither side.
        double side = row >= length ? tilt(in.logReturn[i], returns.sampleDeviation()) * in.volume[in.offset + i] : 0;
        double net = classified.push(side);
        double gross = toxic.push(Math.abs(side));
        boolean ready = row >= 2 * length - 1;
        out[2][at] = ready ? share(net, total) : Double.NaN;
        out[3][at] = ready ? share(gross, total) : Double.NaN;
    }

    /** Twice the normal probability of a smaller move, less one; its logistic form is within 0.02 and fast. */
    private static double tilt(double move, double deviation) {
        return deviation > 0 ? Math.tanh(0.851 * move / deviation) : 0;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    @Override
    public void state(StateCodec codec) {
        returns.state(codec);
        volumes.state(codec);
        coloured.state(codec);
        bodies.state(codec);
        ranges.state(codec);
        classified.state(codec);
        toxic.state(codec);
    }
}
