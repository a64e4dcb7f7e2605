package io.tradewind.market.market;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMax;

/**
 * Conditional volatility of the next candle by a GARCH(1,1) fitted on past returns only.
 *
 * <p>Between fits the filter runs on. A fit happens when the window is full for the first time and then whenever the
 * open time enters a new epoch of 256 candle lengths (the length being the shortest distance between the last fifty
 * candles). Epochs belong to the clock, so series that began at different candles are fitted at the same ones.
 */
final class GarchKernel extends Kernel {
    static final int VOLATILITY = 0;
    static final int RATIO = 1;
    static final int PERSISTENCE = 2;
    static final int OUTPUTS = 3;

    static final int WINDOW = 500;
    static final int REFIT_EVERY = 256;
    static final int SPACING_WINDOW = 50;

    private final Garch garch = new Garch();
    private final double[] returns = new double[WINDOW];
    private final double[] squares = new double[WINDOW];
    private final RollingMax spacing = new RollingMax(SPACING_WINDOW);
    private int at;
    private long lastOpenTime;
    private double mean;
    private double deviation;
    private double alpha;
    private double persistence;
    /** Variance of the next candle over the window's. */
    private double h;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            boolean entersEpoch = row > 0 && entersEpoch(in.openTime[in.offset + i]);
            lastOpenTime = in.openTime[in.offset + i];
            if (row > 0) {
                returns[at] = in.logReturn[i];
                at = at + 1 == WINDOW ? 0 : at + 1;
                step(in.logReturn[i]);
            }
            if (row == WINDOW || row > WINDOW && entersEpoch) {
                refit();
            }
            boolean ready = row >= WINDOW;
            out[0][from + i] = ready ? deviation * Math.sqrt(h) : Double.NaN;
            out[1][from + i] = ready ? Math.sqrt(h) : Double.NaN;
            out[2][from + i] = ready ? persistence : Double.NaN;
        }
    }

    private boolean entersEpoch(long openTime) {
        long shortest = (long) -spacing.push(lastOpenTime - openTime);
        long epoch = shortest * REFIT_EVERY;
        return Math.floorDiv(openTime, epoch) != Math.floorDiv(lastOpenTime, epoch);
    }

    private void step(double logReturn) {
        if (deviation > 0) {
            double e = (logReturn - mean) / deviation;
            h = 1 - persistence + alpha * e * e + (persistence - alpha) * h;
        }
    }

    private void refit() {
        double sum = 0;
        for (double value : returns) {
            sum += value;
        }
        mean = sum / WINDOW;
        double square = 0;
        for (int j = 0; j < WINDOW; j++) {
            int slot = at + j < WINDOW ? at + j : at + j - WINDOW;
            double distance = returns[slot] - mean;
            squares[j] = distance * distance;
            square += squares[j];
        }
        double variance = square / WINDOW;
        deviation = Math.sqrt(variance);
        h = 1;
        alpha = 0;
        persistence = 0;
        if (variance > Double.MIN_NORMAL) {
            refit(variance);
        } else {
            deviation = 0;
        }
    }

    private void refit(double variance) {
        for (int j = 0; j < WINDOW; j++) {
            squares[j] /= variance;
        }
        garch.fit(squares, WINDOW);
        alpha = garch.alpha;
        persistence = garch.persistence;
        for (double square : squares) {
            h = 1 - persistence + alpha * square + (persistence - alpha) * h;
        }
    }

    @Override
    public void state(StateCodec codec) {
        codec.reals(returns);
        spacing.state(codec);
        at = codec.whole(at);
        lastOpenTime = codec.whole(lastOpenTime);
        mean = codec.real(mean);
        deviation = codec.real(deviation);
        alpha = codec.real(alpha);
        persistence = codec.real(persistence);
        h = codec.real(h);
    }
}
