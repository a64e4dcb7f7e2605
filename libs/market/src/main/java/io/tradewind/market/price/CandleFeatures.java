package io.tradewind.market.price;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.KernelPlan;

/** The candle itself, for models that normalise a window on their own. */
public final class CandleFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("candle");
        KernelPlan candle = KernelPlan.of("candle", CandleKernel.OUTPUTS, CandleKernel::new);
        raw(definer, candle, "open", CandleKernel.OPEN);
        raw(definer, candle, "high", CandleKernel.HIGH);
        raw(definer, candle, "low", CandleKernel.LOW);
        raw(definer, candle, "close", CandleKernel.CLOSE);
        raw(definer, candle, "volume", CandleKernel.VOLUME);
    }

    private static void raw(Definer definer, KernelPlan plan, String name, int output) {
        Definer.Draft draft = definer.feature(name, plan, output)
                .formula("the candle's " + name)
                .source("the market")
                .atLeastZero();
        if (name.equals("volume")) {
            draft.scaleFree();
        }
        draft.add();
    }
}
