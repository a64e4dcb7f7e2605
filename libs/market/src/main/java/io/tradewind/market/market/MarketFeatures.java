package io.tradewind.market.market;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Imbalance, liquidity, conditional volatility and regimes. */
public final class MarketFeatures implements FeatureGroup {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Override
    public void define(Definer definer) {
        definer.group("market");
        defineImbalance(definer);
        defineLiquidity(definer);
        defineGarch(definer);
        defineRegimes(definer);
    }

    private static void defineImbalance(Definer definer) {
        KernelPlan plan = KernelPlan.of("imbalance(20)", ImbalanceKernel.OUTPUTS, () -> new ImbalanceKernel(20))
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_RETURN);
        Row row = new Row(definer, plan);
        row.next(
                        "volume_imbalance_20",
                        "sum(sign(close - open) volume, 20) / sum(volume, 20); 0 without volume",
                        "common usage",
                        19,
                        -1,
                        1)
                .parameter("length", 20)
                .add();
        row.next(
                        "market_pressure_20",
                        "sum(close - open, 20) / sum(high - low, 20); 0 on flat prices",
                        "common usage",
                        19,
                        -1,
                        1)
                .parameter("length", 20)
                .add();
        row.next(
                        "order_imbalance_20",
                        "sum((2 p - 1) volume, 20) / sum(volume, 20), p = the probability of a smaller log return at volatility_20,"
                                + " 2 p - 1 taken as tanh(0.851 z); 0 without volume",
                        "bulk volume classification, Easley, Lopez de Prado and O'Hara (2012)",
                        39,
                        -1,
                        1)
                .parameter("length", 20)
                .add();
        row.next("vpin_20", "sum(|2 p - 1| volume, 20) / sum(volume, 20); 0 without volume", "the same", 39, 0, 1)
                .parameter("length", 20)
                .add();
    }

    private static void defineLiquidity(Definer definer) {
        KernelPlan plan = KernelPlan.of(
                        "liquidity(20,100)", LiquidityKernel.OUTPUTS, () -> new LiquidityKernel(20, 100))
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_RETURN);
        definer.feature("amihud_20", plan, LiquidityKernel.AMIHUD)
                .formula(
                        "1e6 mean(|close / close[1] - 1| / (close volume)) over those of 20 candles that have volume; 0"
                                + " without any")
                .source("Amihud (2002)")
                .parameter("length", 20)
                .lookback(20)
                .atLeastZero()
                .add();
        Row row = new Row(definer, plan);
        defineRatio(row);
        defineSpreads(row);
    }

    private static void defineRatio(Row row) {
        row.at(LiquidityKernel.AMIHUD_RATIO)
                .next(
                        "amihud_ratio_20_100",
                        "amihud_20 / the same over 100; 1 without volume",
                        "derived",
                        100,
                        0,
                        INFINITE)
                .parameter("length", 20)
                .parameter("longLength", 100)
                .add();
    }

    private static void defineSpreads(Row row) {
        row.next(
                        "roll_spread_20",
                        "2 sqrt(-cov(r, r[1])) over 20 log returns; 0 where the covariance is not negative",
                        "Roll (1984)",
                        21,
                        0,
                        INFINITE)
                .parameter("length", 20)
                .add();
        row.next(
                        "corwin_schultz",
                        "spread of two candles from their ranges and their common one, moved together where they gap; 0 where"
                                + " negative",
                        "Corwin and Schultz (2012)",
                        1,
                        0,
                        2)
                .add();
        row.next("corwin_schultz_20", "mean of corwin_schultz over 20", "Corwin and Schultz (2012)", 20, 0, 2)
                .parameter("length", 20)
                .add();
    }

    private static void defineGarch(Definer definer) {
        KernelPlan plan = KernelPlan.of("garch", GarchKernel.OUTPUTS, GarchKernel::new)
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_RETURN);
        int warmup = GarchKernel.WINDOW + GarchKernel.REFIT_EVERY + GarchKernel.SPACING_WINDOW;
        String[][] outputs = {
            {
                "garch_volatility",
                "volatility of the next candle by GARCH(1,1) over the last 500 log returns, refitted every"
                        + " 256 candle lengths on past returns only; 0 on flat prices"
            },
            {"garch_ratio", "garch_volatility / deviation of the 500 returns fitted; 1 on flat prices"},
            {"garch_persistence", "a + b of that fit; 0 on flat prices"},
        };
        for (int j = 0; j < outputs.length; j++) {
            definer.feature(outputs[j][0], plan, j)
                    .formula(outputs[j][1])
                    .source("Bollerslev (1986), quasi maximum likelihood with variance targeting")
                    .parameter("window", GarchKernel.WINDOW)
                    .parameter("refitEvery", GarchKernel.REFIT_EVERY)
                    .lookback(GarchKernel.WINDOW)
                    .warmup(warmup)
                    .range(0, j == 2 ? 1 : INFINITE)
                    .scaleFree()
                    .add();
        }
    }

    private static void defineRegimes(Definer definer) {
        KernelPlan plan = KernelPlan.of("regime", RegimeKernel.OUTPUTS, RegimeKernel::new)
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_RETURN);
        Row row = new Row(definer, plan);
        defineVolatilityRegime(row);
        defineMarketRegime(row);
    }

    private static void defineVolatilityRegime(Row row) {
        int history = RegimeKernel.VOLATILITY_LENGTH + RegimeKernel.HISTORY - 1;
        row.next(
                        "volatility_percentile_250",
                        "mean rank of volatility_20 among its last 250 values, as a share",
                        "common usage",
                        history,
                        0,
                        1)
                .parameter("length", RegimeKernel.VOLATILITY_LENGTH)
                .parameter("history", RegimeKernel.HISTORY)
                .add();
        row.memory(RegimeKernel.LAPSE)
                .next(
                        "volatility_regime",
                        "2 (high) from percentile 0.8 on until below 0.7, 0 (low) from 0.2 down until above 0.3, else 1;"
                                + " a regime not confirmed for 100 candles lapses to 1",
                        "this catalogue",
                        history,
                        0,
                        2)
                .parameter("length", RegimeKernel.VOLATILITY_LENGTH)
                .parameter("history", RegimeKernel.HISTORY)
                .parameter("lapse", RegimeKernel.LAPSE)
                .add();
    }

    private static void defineMarketRegime(Row row) {
        row.next(
                        "trend_score_50",
                        "t statistic of the mean of 50 log returns; 0 on flat prices",
                        "common usage",
                        RegimeKernel.TREND_LENGTH,
                        -INFINITE,
                        INFINITE)
                .parameter("length", RegimeKernel.TREND_LENGTH)
                .add();
        row.memory(RegimeKernel.LAPSE)
                .next(
                        "market_regime",
                        "1 (bull) from trend_score_50 1.5 on until below 0.5, -1 (bear) likewise below, else 0 (ranging);"
                                + " a regime not confirmed for 100 candles lapses to 0",
                        "this catalogue",
                        RegimeKernel.TREND_LENGTH,
                        -1,
                        1)
                .parameter("length", RegimeKernel.TREND_LENGTH)
                .parameter("lapse", RegimeKernel.LAPSE)
                .add();
        row.next(
                        "efficiency_50",
                        "|close - close[50]| / sum(|close - close[1]|, 50); 0 on flat prices",
                        "Kaufman (1995)",
                        RegimeKernel.TREND_LENGTH,
                        0,
                        1)
                .parameter("length", RegimeKernel.TREND_LENGTH)
                .add();
    }

    /** The scale-free outputs of one kernel, in order. */
    private static final class Row {
        private final Definer definer;
        private final KernelPlan plan;
        private int output;
        private int memory;

        Row(Definer definer, KernelPlan plan) {
            this.definer = definer;
            this.plan = plan;
        }

        Row at(int next) {
            output = next;
            return this;
        }

        /** Candles beyond its lookback that the next one remembers. */
        Row memory(int candles) {
            memory = candles;
            return this;
        }

        Definer.Draft next(String name, String formula, String source, int lookback, double minimum, double maximum) {
            int beyond = memory > 0 ? memory + 1 : 0;
            memory = 0;
            return definer.feature(name, plan, output++)
                    .formula(formula)
                    .source(source)
                    .lookback(lookback)
                    .warmup(lookback + beyond)
                    .range(minimum, maximum)
                    .scaleFree();
        }
    }
}
