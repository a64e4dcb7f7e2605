package io.tradewind.market.market;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingCovariance;
import io.tradewind.market.window.RollingSum;

/** What trading costs, read from prices and volumes: Amihud, Roll, and Corwin and Schultz. */
final class LiquidityKernel extends Kernel {
    static final int AMIHUD = 0;
    static final int AMIHUD_RATIO = 1;
    static final int ROLL = 2;
    static final int CORWIN_SCHULTZ = 3;
    static final int CORWIN_SCHULTZ_MEAN = 4;
    static final int OUTPUTS = 5;

    /** Returns per million of turnover. */
    private static final double MILLION = 1e6;

    private static final double CORWIN = 3 - 2 * Math.sqrt(2);

    private final int length;
    private final int longLength;
    private final RollingSum impacts;
    private final RollingSum traded;
    private final RollingSum longImpacts;
    private final RollingSum longTraded;
    private final RollingCovariance serial;
    private final RollingSum spreads;
    private double lastReturn;
    private double lastHigh;
    private double lastLow;
    private double lastRangeSquare;

    LiquidityKernel(int length, int longLength) {
        this.length = length;
        this.longLength = longLength;
        this.impacts = new RollingSum(length);
        this.traded = new RollingSum(length);
        this.longImpacts = new RollingSum(longLength);
        this.longTraded = new RollingSum(longLength);
        this.serial = new RollingCovariance(length);
        this.spreads = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int at = from + i;
            amihud(in, i, out, at);
            out[ROLL][at] = roll(in.start + i, in.logReturn[i]);
            double spread = corwinSchultz(in, i);
            double sum = spreads.push(in.start + i == 0 ? 0 : spread);
            out[CORWIN_SCHULTZ][at] = spread;
            out[CORWIN_SCHULTZ_MEAN][at] = in.start + i >= length ? sum / length : Double.NaN;
        }
    }

    private void amihud(Block in, int i, double[][] out, int at) {
        double turnover = in.close[in.offset + i] * in.volume[in.offset + i];
        boolean trades = turnover > 0 && in.start + i > 0;
        double impact = trades ? MILLION * Math.abs(in.close[in.offset + i] / in.previousClose[i] - 1) / turnover : 0;
        double recent = mean(impacts.push(impact), traded.push(trades ? 1 : 0));
        double usual = mean(longImpacts.push(impact), longTraded.push(trades ? 1 : 0));
        int row = in.start + i;
        out[0][at] = row >= length ? recent : Double.NaN;
        out[1][at] = row >= longLength ? (usual > 0 ? recent / usual : 1) : Double.NaN;
    }

    private static double mean(double sum, double count) {
        return count > 0 ? sum / count : 0;
    }

    private double roll(int row, double logReturn) {
        if (row > 1) {
            serial.push(logReturn, lastReturn);
        }
        lastReturn = logReturn;
        if (row <= length) {
            return Double.NaN;
        }
        double covariance = serial.covariance();
        return covariance < 0 ? 2 * Math.sqrt(-covariance) : 0;
    }

    private double corwinSchultz(Block in, int i) {
        double high = in.high[in.offset + i];
        double low = in.low[in.offset + i];
        double range = Math.log(high / low);
        double rangeSquare = range * range;
        double spread = in.start + i == 0 ? Double.NaN : spread(high, low, in.previousClose[i], rangeSquare);
        lastHigh = high;
        lastLow = low;
        lastRangeSquare = rangeSquare;
        return spread;
    }

    private double spread(double high, double low, double previousClose, double rangeSquare) {
        // A gap between candles is no spread: the second candle is moved back to the first one's close.
        double shift = low > previousClose ? previousClose - low : high < previousClose ? previousClose - high : 0;
        double top = Math.max(high + shift, lastHigh);
        double bottom = Math.min(low + shift, lastLow);
        double own = shift == 0 ? Math.sqrt(rangeSquare) : Math.log((high + shift) / (low + shift));
        double both = Math.log(top / bottom);
        double beta = own * own + lastRangeSquare;
        double gamma = both * both;
        double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / CORWIN - Math.sqrt(gamma / CORWIN);
        return alpha > 0 ? 2 * Math.tanh(alpha / 2) : 0;
    }

    @Override
    public void state(StateCodec codec) {
        impacts.state(codec);
        traded.state(codec);
        longImpacts.state(codec);
        longTraded.state(codec);
        serial.state(codec);
        spreads.state(codec);
        lastReturn = codec.real(lastReturn);
        lastHigh = codec.real(lastHigh);
        lastLow = codec.real(lastLow);
        lastRangeSquare = codec.real(lastRangeSquare);
    }
}
