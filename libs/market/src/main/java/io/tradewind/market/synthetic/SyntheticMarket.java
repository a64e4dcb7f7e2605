package io.tradewind.market.synthetic;

import java.util.SplittableRandom;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;

/**
 * A seeded market with volatility clustering, switching regimes and a known, attainable edge.
 *
 * <p>The model, per candle, with {@code e} a standard normal draw:
 *
 * <pre>
 * h    = omega + 0.08 z^2 h + 0.90 h           variance clusters as in GARCH(1,1); z is the last shock
 * vol  = regime.volatility * sqrt(h)           CALM 0.7, NORMAL 1, TURBULENT 1.8; a regime lasts 200 candles on average
 * m    = 0.5 m + 0.5 r / vol                   momentum: an average of the last standardised returns
 * r    = vol * (0.45 m - 0.03 gap + e)         gap: distance of the log price to its slow average, in vols
 * </pre>
 *
 * <p>The <b>edge</b>: what stands before {@code e}, the candle's drift in its own volatilities ({@link #drifts}), is
 * all there is to know: the candle closes higher with probability Phi(drift), so nobody is right more often than the mean
 * of Phi(|drift|), about 60 %, and over 2 to 4 candles about equally often, because momentum persists. The drift's
 * standard deviation against the draw's, the signal-to-noise ratio, is about 0.3. {@code m} is nothing hidden: it is a
 * weighted sum of the last few returns over volatility, so returns, distances to short averages and oscillators carry
 * it. Real markets are much harder; results on this one say that a pipeline works, not that a strategy does.
 */
public final class SyntheticMarket {
    /** Name of the symbol that all synthetic series carry. */
    public static final String SYMBOL = "SYNTH";

    private static final double MOMENTUM_DECAY = 0.5;
    private static final double MOMENTUM_STRENGTH = 0.45;
    private static final double REVERSION = 0.03;
    private static final double BASE_VOLATILITY = 0.004;
    private static final double SWITCH_PROBABILITY = 1.0 / 200;
    private static final double[] REGIME_VOLATILITY = {0.7, 1.0, 1.8};
    private static final int STEPS = 8;
    private static final int SETTLING = 500;

    private final SplittableRandom random;
    private final double momentumStrength;
    private final double reversion;
    private double drift;
    private double variance = 1;
    private double shock;
    private double momentum;
    private double logPrice = StrictMath.log(100);
    private double slowLogPrice = logPrice;
    private int regime = 1;

    private SyntheticMarket(long seed, double momentumStrength, double reversion) {
        this.random = new SplittableRandom(seed);
        this.momentumStrength = momentumStrength;
        this.reversion = reversion;
    }

    private static SyntheticMarket withSignal(long seed) {
        return new SyntheticMarket(seed, MOMENTUM_STRENGTH, REVERSION);
    }

    /**
     * Generates candles; the same arguments give the same candles on every machine.
     *
     * @param candles how many, at least 1
     * @param startOpenTime epoch milliseconds UTC of the first candle
     */
    public static CandleSeries generate(long seed, int candles, Timeframe timeframe, long startOpenTime) {
        return withSignal(seed).series(candles, timeframe, startOpenTime);
    }

    /**
     * The same market without its signal: regimes and clusters of volatility stay, but every candle is as likely to rise as
     * to fall whatever came before. A model that claims an edge here has a leak or was lucky.
     *
     * @param candles how many, at least 1
     * @param startOpenTime epoch milliseconds UTC of the first candle
     */
    public static CandleSeries generateWithoutSignal(long seed, int candles, Timeframe timeframe, long startOpenTime) {
        return new SyntheticMarket(seed, 0, 0).series(candles, timeframe, startOpenTime);
    }

    /**
     * What could be known before each candle of {@link #generate} opened: its drift in its own volatilities. The candle
     * closes higher with probability Phi(drift), Phi being the standard normal distribution function; the sign of the drift
     * is the best forecast there is.
     */
    public static double[] drifts(long seed, int candles) {
        SyntheticMarket market = withSignal(seed);
        CandleSeries.Builder discarded = CandleSeries.builder(SYMBOL, Timeframe.ONE_HOUR);
        double[] drifts = new double[candles];
        for (int i = -SETTLING; i < candles; i++) {
            market.next(discarded, (i + SETTLING) * Timeframe.ONE_HOUR.millis());
            if (i >= 0) {
                drifts[i] = market.drift;
            }
        }
        return drifts;
    }

    private CandleSeries series(int candles, Timeframe timeframe, long startOpenTime) {
        if (candles < 1) {
            throw new IllegalArgumentException("candles must be >= 1, was " + candles);
        }
        CandleSeries.Builder discarded = CandleSeries.builder(SYMBOL, timeframe);
        for (int i = 0; i < SETTLING; i++) {
            next(discarded, i * timeframe.millis());
        }
        CandleSeries.Builder series = CandleSeries.builder(SYMBOL, timeframe);
        for (int i = 0; i < candles; i++) {
            next(series, startOpenTime + i * timeframe.millis());
        }
        return series.build();
    }

    private void next(CandleSeries.Builder series, long openTime) {
        if (random.nextDouble() < SWITCH_PROBABILITY) {
            regime = random.nextInt(REGIME_VOLATILITY.length);
        }
        variance = 0.02 + 0.08 * shock * shock * variance + 0.90 * variance;
        double volatility = BASE_VOLATILITY * REGIME_VOLATILITY[regime] * Math.sqrt(variance);
        double gap = (logPrice - slowLogPrice) / volatility / 20;
        shock = random.nextGaussian();
        drift = momentumStrength * momentum - reversion * gap;
        double move = volatility * (drift + shock);
        emit(series, openTime, move, volatility);
        momentum = MOMENTUM_DECAY * momentum + (1 - MOMENTUM_DECAY) * move / volatility;
        slowLogPrice += (logPrice - slowLogPrice) / 500;
    }

    /** A Brownian bridge from open to close gives high and low that belong to them. */
    private void emit(CandleSeries.Builder series, long openTime, double move, double volatility) {
        double open = logPrice;
        double close = open + move;
        double high = Math.max(open, close);
        double low = Math.min(open, close);
        double path = open;
        for (int step = 1; step < STEPS; step++) {
            int left = STEPS - step + 1;
            path += (close - path) / left
                    + volatility * Math.sqrt((left - 1.0) / (left * STEPS)) * random.nextGaussian();
            high = Math.max(high, path);
            low = Math.min(low, path);
        }
        double activity = Math.abs(move) / BASE_VOLATILITY + 0.5 * volatility / BASE_VOLATILITY;
        double volume = 100 * (0.5 + activity) * StrictMath.exp(0.4 * random.nextGaussian());
        series.add(openTime, price(open), price(high), price(low), price(close), rounded(volume, 1e4));
        logPrice = close;
    }

    private static double price(double logPrice) {
        return rounded(StrictMath.exp(logPrice), 1e6);
    }

    private static double rounded(double value, double grid) {
        return Math.max(1, Math.rint(value * grid)) / grid;
    }
}
