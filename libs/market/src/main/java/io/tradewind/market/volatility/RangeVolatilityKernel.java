package io.tradewind.market.volatility;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;
import io.tradewind.market.window.RollingVariance;

/** Volatility per candle from open, high, low and close: four estimators over one length. */
final class RangeVolatilityKernel extends Kernel {
    static final int PARKINSON = 0;
    static final int GARMAN_KLASS = 1;
    static final int ROGERS_SATCHELL = 2;
    static final int YANG_ZHANG = 3;
    static final int OUTPUTS = 4;

    private static final double FOUR_LN_2 = 4 * Math.log(2);
    private static final double GARMAN_KLASS_BODY = 2 * Math.log(2) - 1;

    private final int length;
    private final RollingSum parkinson;
    private final RollingSum garmanKlass;
    private final RollingSum rogersSatchell;
    private final RollingVariance overnight;
    private final RollingVariance openToClose;

    RangeVolatilityKernel(int length) {
        this.length = length;
        this.parkinson = new RollingSum(length);
        this.garmanKlass = new RollingSum(length);
        this.rogersSatchell = new RollingSum(length);
        this.overnight = new RollingVariance(length);
        this.openToClose = new RollingVariance(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double open = in.open[in.offset + i];
            double up = Math.log(in.high[in.offset + i] / open);
            double down = Math.log(in.low[in.offset + i] / open);
            double body = Math.log(in.close[in.offset + i] / open);
            int at = from + i;
            boolean ready = in.start + i >= length - 1;
            double range = (up - down) * (up - down);
            double p = parkinson.push(range);
            double gk = garmanKlass.push(0.5 * range - GARMAN_KLASS_BODY * body * body);
            double rs = rogersSatchell.push(up * (up - body) + down * (down - body));
            out[0][at] = ready ? Math.sqrt(p / length / FOUR_LN_2) : Double.NaN;
            out[1][at] = ready ? Math.sqrt(Math.max(0, gk) / length) : Double.NaN;
            out[2][at] = ready ? Math.sqrt(Math.max(0, rs) / length) : Double.NaN;
            out[3][at] = yangZhang(in, i, body, rs / length);
        }
    }

    /** Overnight moves need the close before, so this one starts a candle later. */
    private double yangZhang(Block in, int i, double body, double rogersSatchellVariance) {
        if (in.start + i == 0) {
            return Double.NaN;
        }
        // With log returns at hand the gap needs no logarithm of its own.
        overnight.push(in.logReturn[i] - body);
        openToClose.push(body);
        if (in.start + i < length) {
            return Double.NaN;
        }
        double weight = 0.34 / (1.34 + (length + 1.0) / (length - 1.0));
        double between = overnight.sampleDeviation();
        double within = openToClose.sampleDeviation();
        double variance =
                between * between + weight * within * within + (1 - weight) * Math.max(0, rogersSatchellVariance);
        return Math.sqrt(variance);
    }

    @Override
    public void state(StateCodec codec) {
        parkinson.state(codec);
        garmanKlass.state(codec);
        rogersSatchell.state(codec);
        overnight.state(codec);
        openToClose.state(codec);
    }
}
