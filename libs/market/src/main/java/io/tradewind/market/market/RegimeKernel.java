package io.tradewind.market.market;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.Delay;
import io.tradewind.market.window.RollingSum;
import io.tradewind.market.window.RollingVariance;
import io.tradewind.market.window.SortedWindow;

/** Whether the market rises, falls or ranges, and whether it moves more or less than it used to. */
final class RegimeKernel extends Kernel {
    static final int VOLATILITY_PERCENTILE = 0;
    static final int VOLATILITY_REGIME = 1;
    static final int TREND_SCORE = 2;
    static final int MARKET_REGIME = 3;
    static final int EFFICIENCY = 4;
    static final int OUTPUTS = 5;

    static final int VOLATILITY_LENGTH = 20;
    static final int HISTORY = 250;
    static final int TREND_LENGTH = 50;
    static final int LAPSE = 100;
    static final double VOLATILITY_ENTER = 0.6;
    static final double VOLATILITY_LEAVE = 0.4;
    static final double TREND_ENTER = 1.5;
    static final double TREND_LEAVE = 0.5;

    private final RollingVariance recent = new RollingVariance(VOLATILITY_LENGTH);
    private final SortedWindow history = new SortedWindow(HISTORY);
    private final RollingVariance returns = new RollingVariance(TREND_LENGTH);
    private final RollingSum path = new RollingSum(TREND_LENGTH);
    private final Delay closes = new Delay(TREND_LENGTH);
    private final Hysteresis volatility = new Hysteresis(VOLATILITY_ENTER, VOLATILITY_LEAVE, LAPSE);
    private final Hysteresis trend = new Hysteresis(TREND_ENTER, TREND_LEAVE, LAPSE);

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int at = from + i;
            double then = closes.push(in.close[in.offset + i]);
            double travelled = path.push(Math.abs(in.close[in.offset + i] - in.previousClose[i]));
            if (in.start + i > 0) {
                recent.push(in.logReturn[i]);
                returns.push(in.logReturn[i]);
            }
            volatility(in.start + i, out, at);
            trend(in.start + i, out, at);
            out[EFFICIENCY][at] = in.start + i < TREND_LENGTH
                    ? Double.NaN
                    : travelled > 0 ? Math.min(1, Math.abs(in.close[in.offset + i] - then) / travelled) : 0;
        }
    }

    private void volatility(int row, double[][] out, int at) {
        double percentile = Double.NaN;
        double regime = Double.NaN;
        if (row >= VOLATILITY_LENGTH) {
            double deviation = recent.sampleDeviation();
            history.push(deviation);
            if (row >= VOLATILITY_LENGTH + HISTORY - 1) {
                percentile = history.rank(deviation);
                regime = 1 + volatility.update(2 * percentile - 1);
            }
        }
        out[0][at] = percentile;
        out[1][at] = regime;
    }

    private void trend(int row, double[][] out, int at) {
        if (row < TREND_LENGTH) {
            out[TREND_SCORE][at] = Double.NaN;
            out[MARKET_REGIME][at] = Double.NaN;
            return;
        }
        double deviation = returns.sampleDeviation();
        double score = deviation > 0 ? returns.mean() / deviation * Math.sqrt(TREND_LENGTH) : 0;
        out[TREND_SCORE][at] = score;
        out[MARKET_REGIME][at] = trend.update(score);
    }

    @Override
    public void state(StateCodec codec) {
        recent.state(codec);
        history.state(codec);
        returns.state(codec);
        path.state(codec);
        closes.state(codec);
        volatility.state(codec);
        trend.state(codec);
    }
}
