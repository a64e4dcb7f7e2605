package io.tradewind.market.average;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.definition.WarmUp;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Moving averages, bands around them and the differences between them. */
public final class AverageFeatures implements FeatureGroup {
    private static final int[] LENGTHS = {5, 10, 20, 50, 100, 200};
    /** Measured, not derived: how fast KAMA forgets depends on the prices; this holds in every test series. */
    private static final int KAMA_WARM_UP = 2000;
    /** Two stops that began apart are one after the first reversal they share; measured likewise. */
    private static final int SAR_WARM_UP = 500;

    @Override
    public void define(Definer definer) {
        definer.group("average");
        for (int length : LENGTHS) {
            KernelPlan sma = KernelPlan.of("sma(" + length + ")", 2, () -> new SmaKernel(length));
            raw(definer, "sma_" + length, sma, 0, "mean of the last " + length + " closes", "TA-Lib SMA", length - 1, 0)
                    .parameter("length", length)
                    .add();
        }
        for (int length : LENGTHS) {
            KernelPlan ema = ema(length);
            raw(
                            definer,
                            "ema_" + length,
                            ema,
                            0,
                            "ema + 2 / " + (length + 1) + " (close - ema), begun with the mean of the first " + length,
                            "TA-Lib EMA",
                            length - 1,
                            WarmUp.exponential(length))
                    .parameter("length", length)
                    .add();
        }
        defineDistances(definer);
        defineMacd(definer);
        defineBollinger(definer);
        defineAdaptive(definer);
    }

    private static KernelPlan ema(int length) {
        return KernelPlan.of("ema(" + length + ")", 2, () -> new EmaKernel(length))
                .reading(Derived.PREVIOUS_CLOSE);
    }

    private static void defineDistances(Definer definer) {
        for (int length : LENGTHS) {
            KernelPlan sma = KernelPlan.of("sma(" + length + ")", 2, () -> new SmaKernel(length));
            relative(definer, "sma_" + length + "_distance", sma, 1, "close / sma_" + length + " - 1", length - 1, 0)
                    .parameter("length", length)
                    .add();
        }
        for (int length : LENGTHS) {
            relative(
                            definer,
                            "ema_" + length + "_distance",
                            ema(length),
                            1,
                            "close / ema_" + length + " - 1",
                            length - 1,
                            WarmUp.exponential(length))
                    .parameter("length", length)
                    .add();
        }
    }

    private static void defineMacd(Definer definer) {
        KernelPlan macd = KernelPlan.of("macd(12,26,9)", MacdKernel.OUTPUTS, () -> new MacdKernel(12, 26, 9));
        String[] names = {"macd", "macd_signal", "macd_hist"};
        String[] formulas = {"ema(12) - ema(26)", "ema(9) of macd", "macd - macd_signal"};
        // The slow average forgets last; the signal, three times as fast, adds little to it.
        int memory = WarmUp.exponential(26) + 20;
        for (int j = 0; j < 3; j++) {
            macd(raw(definer, names[j], macd, j, formulas[j], "TA-Lib MACD(12,26,9)", 33, memory));
        }
        for (int j = 0; j < 3; j++) {
            macd(relative(definer, names[j] + "_relative", macd, 3 + j, names[j] + " / close", 33, memory));
        }
    }

    private static void macd(Definer.Draft draft) {
        draft.parameter("fast", 12).parameter("slow", 26).parameter("signal", 9).add();
    }

    private static void defineBollinger(Definer definer) {
        KernelPlan bands = KernelPlan.of("bollinger(20,2)", BollingerKernel.OUTPUTS, () -> new BollingerKernel(20, 2));
        String source = "TA-Lib BBANDS(20,2,2)";
        bands(raw(definer, "bb_upper", bands, BollingerKernel.UPPER, "bb_middle + 2 stddev_20", source, 19, 0));
        bands(raw(definer, "bb_middle", bands, BollingerKernel.MIDDLE, "sma_20", source, 19, 0));
        bands(raw(definer, "bb_lower", bands, BollingerKernel.LOWER, "bb_middle - 2 stddev_20", source, 19, 0));
        raw(
                        definer,
                        "stddev_20",
                        bands,
                        BollingerKernel.DEVIATION,
                        "population standard deviation of 20 closes; 0 on flat prices",
                        "TA-Lib STDDEV(20,1)",
                        19,
                        0)
                .parameter("length", 20)
                .add();
        bands(relative(definer, "bb_width", bands, BollingerKernel.WIDTH, "(bb_upper - bb_lower) / bb_middle", 19, 0));
        bands(relative(
                definer,
                "bb_position",
                bands,
                BollingerKernel.POSITION,
                "(close - bb_lower) / (bb_upper - bb_lower); 0.5 on flat prices",
                19,
                0));
    }

    private static void bands(Definer.Draft draft) {
        draft.parameter("length", 20).parameter("deviations", 2).add();
    }

    private static void defineAdaptive(Definer definer) {
        KernelPlan kama = KernelPlan.of("kama(30)", 2, () -> new KamaKernel(30));
        String kamaFormula = "kama + (er (2/3 - 2/31) + 2/31)^2 (close - kama), er = |close - close[30]| / sum(|close -"
                + " close[1]|, 30); er is 1 on flat prices";
        raw(definer, "kama_30", kama, 0, kamaFormula, "TA-Lib KAMA", 30, KAMA_WARM_UP)
                .parameter("length", 30)
                .add();
        relative(definer, "kama_30_distance", kama, 1, "close / kama_30 - 1", 30, KAMA_WARM_UP)
                .parameter("length", 30)
                .add();
        KernelPlan sar = KernelPlan.of("sar(0.02,0.2)", 2, () -> new SarKernel(0.02, 0.2));
        String sarFormula = "Wilder's parabolic stop, acceleration 0.02 up to 0.2";
        stop(raw(definer, "sar", sar, 0, sarFormula, "TA-Lib SAR(0.02,0.2)", 1, SAR_WARM_UP));
        stop(relative(definer, "sar_distance", sar, 1, "close / sar - 1", 1, SAR_WARM_UP));
    }

    private static void stop(Definer.Draft draft) {
        draft.parameter("acceleration", 0.02).parameter("limit", 0.2).add();
    }

    private static Definer.Draft raw(
            Definer definer,
            String name,
            KernelPlan plan,
            int output,
            String formula,
            String source,
            int lookback,
            int memory) {
        return definer.feature(name, plan, output)
                .formula(formula)
                .source(source)
                .lookback(lookback)
                .warmup(lookback + memory);
    }

    private static Definer.Draft relative(
            Definer definer, String name, KernelPlan plan, int output, String formula, int lookback, int memory) {
        return definer.feature(name, plan, output)
                .formula(formula)
                .source("derived")
                .lookback(lookback)
                .warmup(lookback + memory)
                .scaleFree();
    }
}
