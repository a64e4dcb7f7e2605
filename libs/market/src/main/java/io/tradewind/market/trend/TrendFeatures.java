package io.tradewind.market.trend;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.definition.WarmUp;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Strength and slope of trends. */
public final class TrendFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("trend");
        defineDirectional(definer);
        for (int length : new int[] {14, 50}) {
            defineRegression(definer, length);
        }
    }

    private static void defineDirectional(Definer definer) {
        KernelPlan plan = KernelPlan.of("directional(14)", DirectionalKernel.OUTPUTS, () -> new DirectionalKernel(14))
                .reading(Derived.PREVIOUS_CLOSE);
        int memory = WarmUp.wilder(14);
        String di = "100 wilder(%s, 14) / wilder(true range, 14); 0 on flat prices";
        directional(definer, "plus_di_14", plan, 0, di.formatted("+DM"), "TA-Lib PLUS_DI", 14, 14 + memory, 0);
        directional(definer, "minus_di_14", plan, 1, di.formatted("-DM"), "TA-Lib MINUS_DI", 14, 14 + memory, 0);
        directional(definer, "di_difference_14", plan, 2, "plus_di_14 - minus_di_14", "derived", 14, 14 + memory, -100);
        directional(
                definer,
                "adx_14",
                plan,
                3,
                "wilder(100 |+DI - -DI| / (+DI + -DI), 14); stays as it is on flat prices",
                "TA-Lib ADX",
                27,
                27 + 3 * memory / 2,
                0);
    }

    private static void directional(
            Definer definer,
            String name,
            KernelPlan plan,
            int output,
            String formula,
            String source,
            int lookback,
            int warmup,
            double minimum) {
        definer.feature(name, plan, output)
                .formula(formula)
                .source(source)
                .parameter("length", 14)
                .lookback(lookback)
                .warmup(warmup)
                .range(minimum, 100)
                .scaleFree()
                .add();
    }

    private static void defineRegression(Definer definer, int length) {
        KernelPlan plan = KernelPlan.of("regression(" + length + ")", 3, () -> new RegressionKernel(length));
        definer.feature("linreg_slope_" + length, plan, 0)
                .formula("slope per candle of the least-squares line through " + length + " closes; 0 on flat prices")
                .source("TA-Lib LINEARREG_SLOPE")
                .parameter("length", length)
                .lookback(length - 1)
                .add();
        definer.feature("linreg_slope_" + length + "_relative", plan, 1)
                .formula("linreg_slope_" + length + " / close")
                .source("derived")
                .parameter("length", length)
                .lookback(length - 1)
                .scaleFree()
                .add();
        definer.feature("linreg_r2_" + length, plan, 2)
                .formula("share of the variation of " + length + " closes that the line explains; 0 on flat prices")
                .source("common usage")
                .parameter("length", length)
                .lookback(length - 1)
                .range(0, 1)
                .scaleFree()
                .add();
    }
}
