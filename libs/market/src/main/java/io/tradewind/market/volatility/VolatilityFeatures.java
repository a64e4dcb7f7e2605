package io.tradewind.market.volatility;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.definition.WarmUp;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** How much prices move. */
public final class VolatilityFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("volatility");
        KernelPlan atr = KernelPlan.of("atr(14)", 3, () -> new AtrKernel(14)).reading(Derived.PREVIOUS_CLOSE);
        definer.feature("atr_14", atr, 0)
                .formula("true range averaged by Wilder over 14; 0 on flat prices")
                .source("TA-Lib ATR")
                .parameter("length", 14)
                .lookback(14)
                .warmup(14 + WarmUp.wilder(14))
                .atLeastZero()
                .add();
        definer.feature("natr_14", atr, 1)
                .formula("100 atr_14 / close")
                .source("TA-Lib NATR")
                .parameter("length", 14)
                .lookback(14)
                .warmup(14 + WarmUp.wilder(14))
                .atLeastZero()
                .scaleFree()
                .add();
        definer.feature("true_range_relative", atr, 2)
                .formula("(max(high, close[1]) - min(low, close[1])) / close")
                .source("TA-Lib TRANGE, over close")
                .lookback(1)
                .atLeastZero()
                .scaleFree()
                .add();
        for (int length : new int[] {10, 20, 50}) {
            defineEstimators(definer, length);
        }
    }

    private static void defineEstimators(Definer definer, int length) {
        KernelPlan plan = KernelPlan.of(
                        "rangeVolatility(" + length + ")",
                        RangeVolatilityKernel.OUTPUTS,
                        () -> new RangeVolatilityKernel(length))
                .reading(Derived.LOG_RETURN);
        defineOfRanges(definer, length, plan);
        estimator(
                definer,
                "yang_zhang_" + length,
                plan,
                RangeVolatilityKernel.YANG_ZHANG,
                "sqrt(var(ln(open / close[1])) + k var(ln(close / open)) + (1 - k) rogers_satchell^2), k = 0.34 / (1.34 +"
                        + " (n + 1) / (n - 1))",
                "Yang and Zhang (2000)",
                length,
                length);
    }

    private static void defineOfRanges(Definer definer, int length, KernelPlan plan) {
        estimator(
                definer,
                "parkinson_" + length,
                plan,
                RangeVolatilityKernel.PARKINSON,
                "sqrt(mean(ln(high / low)^2) / (4 ln 2)) per candle",
                "Parkinson (1980)",
                length,
                length - 1);
        estimator(
                definer,
                "garman_klass_" + length,
                plan,
                RangeVolatilityKernel.GARMAN_KLASS,
                "sqrt(mean(ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close / open)^2)) per candle, 0 where that is negative",
                "Garman and Klass (1980)",
                length,
                length - 1);
        estimator(
                definer,
                "rogers_satchell_" + length,
                plan,
                RangeVolatilityKernel.ROGERS_SATCHELL,
                "sqrt(mean(ln(high / open) ln(high / close) + ln(low / open) ln(low / close))) per candle",
                "Rogers and Satchell (1991)",
                length,
                length - 1);
    }

    private static void estimator(
            Definer definer,
            String name,
            KernelPlan plan,
            int output,
            String formula,
            String source,
            int length,
            int lookback) {
        definer.feature(name, plan, output)
                .formula(formula + "; 0 on flat prices")
                .source(source)
                .parameter("length", length)
                .lookback(lookback)
                .atLeastZero()
                .scaleFree()
                .add();
    }
}
