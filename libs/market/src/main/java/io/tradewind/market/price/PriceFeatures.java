package io.tradewind.market.price;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Returns, the candle's proportions and lags. */
public final class PriceFeatures implements FeatureGroup {
    private static final String COMMON = "common usage";
    private static final int[] LAGS = {1, 2, 3, 5, 10};

    @Override
    public void define(Definer definer) {
        definer.group("price");
        KernelPlan shape = KernelPlan.of("shape", ShapeKernel.OUTPUTS, ShapeKernel::new)
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_RETURN);
        defineReturns(definer, shape);
        defineShape(definer, shape);
        defineLags(definer);
    }

    private static void defineReturns(Definer definer, KernelPlan shape) {
        definer.feature("return_1", shape, ShapeKernel.RETURN)
                .formula("close / close[1] - 1")
                .source(COMMON)
                .parameter("length", 1)
                .lookback(1)
                .range(-1, Double.POSITIVE_INFINITY)
                .scaleFree()
                .add();
        definer.feature("log_return_1", shape, ShapeKernel.LOG_RETURN)
                .formula("ln(close / close[1])")
                .source(COMMON)
                .parameter("length", 1)
                .lookback(1)
                .scaleFree()
                .add();
        definer.feature("gap", shape, ShapeKernel.GAP)
                .formula("open / close[1] - 1")
                .source(COMMON)
                .lookback(1)
                .range(-1, Double.POSITIVE_INFINITY)
                .scaleFree()
                .add();
    }

    private static void defineShape(Definer definer, KernelPlan shape) {
        shape(definer, shape, "price_range", ShapeKernel.RANGE, "(high - low) / close", 0);
        shape(definer, shape, "body", ShapeKernel.BODY, "(close - open) / close", Double.NEGATIVE_INFINITY);
        shape(definer, shape, "body_size", ShapeKernel.BODY_SIZE, "|close - open| / close", 0);
        shape(definer, shape, "upper_shadow", ShapeKernel.UPPER_SHADOW, "(high - max(open, close)) / close", 0);
        shape(definer, shape, "lower_shadow", ShapeKernel.LOWER_SHADOW, "(min(open, close) - low) / close", 0);
        shape(definer, shape, "high_low_ratio", ShapeKernel.HIGH_LOW_RATIO, "high / low", 1);
        definer.feature("close_location", shape, ShapeKernel.CLOSE_LOCATION)
                .formula("(close - low) / (high - low); 0.5 on a flat candle")
                .source(COMMON)
                .range(0, 1)
                .scaleFree()
                .add();
        definer.feature("typical_price", shape, ShapeKernel.TYPICAL_PRICE)
                .formula("(high + low + close) / 3")
                .source("TA-Lib TYPPRICE")
                .atLeastZero()
                .add();
    }

    private static void shape(
            Definer definer, KernelPlan plan, String name, int output, String formula, double minimum) {
        definer.feature(name, plan, output)
                .formula(formula)
                .source(COMMON)
                .range(minimum, Double.POSITIVE_INFINITY)
                .scaleFree()
                .add();
    }

    private static void defineLags(Definer definer) {
        KernelPlan lags = KernelPlan.of("lags", 2 * LAGS.length, () -> new LagKernel(LAGS));
        for (int j = 0; j < LAGS.length; j++) {
            definer.feature("close_lag_" + LAGS[j], lags, j)
                    .formula("close of " + LAGS[j] + " candles ago")
                    .source(COMMON)
                    .parameter("lag", LAGS[j])
                    .lookback(LAGS[j])
                    .atLeastZero()
                    .add();
        }
        for (int j = 0; j < LAGS.length; j++) {
            definer.feature("return_lag_" + LAGS[j], lags, LAGS.length + j)
                    .formula("return_1 of " + LAGS[j] + " candles ago")
                    .source(COMMON)
                    .parameter("lag", LAGS[j])
                    .lookback(LAGS[j] + 1)
                    .range(-1, Double.POSITIVE_INFINITY)
                    .scaleFree()
                    .add();
        }
    }
}
