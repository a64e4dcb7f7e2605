package io.tradewind.market.momentum;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.definition.WarmUp;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Oscillators and rates of change. */
public final class MomentumFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("momentum");
        defineWilder(definer);
        defineRanges(definer);
        defineAroon(definer);
        defineChanges(definer);
        defineRest(definer);
    }

    private static void defineWilder(Definer definer) {
        for (int length : new int[] {7, 14, 21}) {
            KernelPlan plan = wilder(length);
            definer.feature("rsi_" + length, plan, 0)
                    .formula("100 gain / (gain + loss), both averaged by Wilder over " + length
                            + "; 0 when prices never moved")
                    .source("TA-Lib RSI")
                    .parameter("length", length)
                    .lookback(length)
                    .warmup(length + WarmUp.wilder(length))
                    .range(0, 100)
                    .scaleFree()
                    .add();
        }
        definer.feature("cmo_14", wilder(14), 1)
                .formula(
                        "100 (gain - loss) / (gain + loss), both averaged by Wilder over 14; 0 when prices never moved")
                .source("TA-Lib CMO")
                .parameter("length", 14)
                .lookback(14)
                .warmup(14 + WarmUp.wilder(14))
                .range(-100, 100)
                .scaleFree()
                .add();
    }

    private static KernelPlan wilder(int length) {
        return KernelPlan.of("wilder(" + length + ")", 2, () -> new WilderKernel(length))
                .reading(Derived.PREVIOUS_CLOSE);
    }

    private static void defineRanges(Definer definer) {
        KernelPlan stochastic = KernelPlan.of("stochastic(14,3)", 2, () -> new StochasticKernel(14, 3));
        bounded(
                        definer,
                        "stoch_k",
                        stochastic,
                        0,
                        "mean of 3 of 100 (close - min(low, 14)) / (max(high, 14) - min(low, 14)); 0 on flat prices",
                        "TA-Lib STOCH(14,3,3) slow %K",
                        17,
                        0,
                        100)
                .parameter("length", 14)
                .parameter("slowing", 3)
                .add();
        bounded(definer, "stoch_d", stochastic, 1, "mean of 3 of stoch_k", "TA-Lib STOCH(14,3,3) slow %D", 17, 0, 100)
                .parameter("length", 14)
                .parameter("slowing", 3)
                .parameter("signal", 3)
                .add();
        bounded(
                        definer,
                        "willr_14",
                        KernelPlan.of("williams(14)", 1, () -> new WilliamsKernel(14)),
                        0,
                        "-100 (max(high, 14) - close) / (max(high, 14) - min(low, 14)); 0 on flat prices",
                        "TA-Lib WILLR",
                        13,
                        -100,
                        0)
                .parameter("length", 14)
                .add();
    }

    private static void defineAroon(Definer definer) {
        KernelPlan aroon = KernelPlan.of("aroon(25)", 3, () -> new AroonKernel(25));
        String since = "100 (25 - candles since the %s of 26) / 25; the newest of equal ones counts";
        aroon(bounded(definer, "aroon_up_25", aroon, 0, since.formatted("highest high"), "TA-Lib AROON", 25, 0, 100));
        aroon(bounded(definer, "aroon_down_25", aroon, 1, since.formatted("lowest low"), "TA-Lib AROON", 25, 0, 100));
        aroon(bounded(
                definer, "aroon_osc_25", aroon, 2, "aroon_up_25 - aroon_down_25", "TA-Lib AROONOSC", 25, -100, 100));
    }

    private static void aroon(Definer.Draft draft) {
        draft.parameter("length", 25).add();
    }

    private static void defineChanges(Definer definer) {
        for (int length : new int[] {5, 10, 20}) {
            KernelPlan change = change(length);
            definer.feature("roc_" + length, change, 0)
                    .formula("100 (close / close[" + length + "] - 1)")
                    .source("TA-Lib ROC")
                    .parameter("length", length)
                    .lookback(length)
                    .range(-100, Double.POSITIVE_INFINITY)
                    .scaleFree()
                    .add();
        }
        definer.feature("mom_" + MomentumKernel.LENGTH, KernelPlan.of("momentum", 1, MomentumKernel::new), 0)
                .formula("close - close[10]")
                .source("TA-Lib MOM")
                .parameter("length", MomentumKernel.LENGTH)
                .lookback(MomentumKernel.LENGTH)
                .add();
    }

    private static KernelPlan change(int length) {
        return KernelPlan.of("change(" + length + ")", 1, () -> new ChangeKernel(length));
    }

    private static void defineRest(Definer definer) {
        definer.feature("cci_20", KernelPlan.of("cci(20)", 1, () -> new CciKernel(20)), 0)
                .formula("(tp - mean(tp, 20)) / (0.015 mean(|tp - mean|, 20)), tp = (high + low + close) / 3; 0 on flat"
                        + " prices")
                .source("TA-Lib CCI")
                .parameter("length", 20)
                .lookback(19)
                .scaleFree()
                .add();
        definer.feature("trix_15", KernelPlan.of("trix(15)", 1, () -> new TrixKernel(15)), 0)
                .formula("100 (e / e[1] - 1), e = ema(ema(ema(close, 15), 15), 15)")
                .source("TA-Lib TRIX")
                .parameter("length", 15)
                .lookback(43)
                .warmup(43 + 3 * WarmUp.exponential(15) / 2)
                .scaleFree()
                .add();
        bounded(
                        definer,
                        "ultosc_7_14_28",
                        KernelPlan.of("ultimate(7,14,28)", 1, () -> new UltimateKernel(7))
                                .reading(Derived.PREVIOUS_CLOSE),
                        0,
                        "100 (4 a7 + 2 a14 + a28) / 7, a = sum(close - min(low, close[1])) / sum(true range); a is 0 on flat"
                                + " prices",
                        "TA-Lib ULTOSC",
                        28,
                        0,
                        100)
                .parameter("short", 7)
                .parameter("middle", 14)
                .parameter("long", 28)
                .add();
    }

    private static Definer.Draft bounded(
            Definer definer,
            String name,
            KernelPlan plan,
            int output,
            String formula,
            String source,
            int lookback,
            double minimum,
            double maximum) {
        return definer.feature(name, plan, output)
                .formula(formula)
                .source(source)
                .lookback(lookback)
                .range(minimum, maximum)
                .scaleFree();
    }
}
