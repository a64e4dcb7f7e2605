package io.tradewind.market.statistic;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Rolling moments of log returns. */
public final class StatisticFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("statistic");
        for (int length : new int[] {5, 10, 20, 50}) {
            defineMoments(definer, length);
        }
    }

    private static void defineMoments(Definer definer, int length) {
        KernelPlan plan = KernelPlan.of(
                        "returnMoments(" + length + ")",
                        ReturnMomentsKernel.OUTPUTS,
                        () -> new ReturnMomentsKernel(length))
                .reading(Derived.LOG_RETURN);
        moment(definer, "return_mean_" + length, plan, 0, "mean of " + length + " log returns", length);
        definer.feature("volatility_" + length, plan, 1)
                .formula("sample standard deviation of " + length + " log returns, per candle; 0 on flat prices")
                .source("common usage")
                .parameter("length", length)
                .lookback(length)
                .atLeastZero()
                .scaleFree()
                .add();
        moment(
                definer,
                "return_skew_" + length,
                plan,
                2,
                "population skewness of " + length + " log returns; 0 when they do not vary",
                length);
        moment(
                definer,
                "return_kurtosis_" + length,
                plan,
                3,
                "population excess kurtosis of " + length + " log returns; 0 when they do not vary",
                length);
        moment(
                definer,
                "return_zscore_" + length,
                plan,
                4,
                "(log_return_1 - return_mean_" + length + ") / volatility_" + length + "; 0 when they do not vary",
                length);
    }

    private static void moment(Definer definer, String name, KernelPlan plan, int output, String formula, int length) {
        definer.feature(name, plan, output)
                .formula(formula)
                .source("common usage")
                .parameter("length", length)
                .lookback(length)
                .scaleFree()
                .add();
    }
}
