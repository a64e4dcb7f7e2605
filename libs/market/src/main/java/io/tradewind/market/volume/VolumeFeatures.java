package io.tradewind.market.volume;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.definition.WarmUp;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.KernelPlan;

/** Volume and where it goes. */
public final class VolumeFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("volume");
        for (int length : new int[] {5, 20, 50}) {
            defineRatio(definer, length);
        }
        definer.feature("volume_change", changes(), 0)
                .formula("ln(volume + 1) - ln(volume[1] + 1); 0 without volume")
                .source("common usage")
                .lookback(1)
                .scaleFree()
                .add();
        defineTotals(definer);
        defineFlow(definer);
    }

    private static KernelPlan changes() {
        return KernelPlan.of("volumeChange", 1, VolumeChangeKernel::new).reading(Derived.LOG_VOLUME);
    }

    private static void defineRatio(Definer definer, int length) {
        KernelPlan plan = KernelPlan.of("volumeRatio(" + length + ")", 3, () -> new VolumeRatioKernel(length));
        definer.feature("volume_sma_" + length, plan, 0)
                .formula("mean of " + length + " volumes; 0 without volume")
                .source("TA-Lib SMA of volume")
                .parameter("length", length)
                .lookback(length - 1)
                .atLeastZero()
                .scaleFree()
                .add();
        definer.feature("volume_ratio_" + length, plan, 1)
                .formula("volume / volume_sma_" + length + "; 1 without volume")
                .source("common usage")
                .parameter("length", length)
                .lookback(length - 1)
                .range(0, length)
                .scaleFree()
                .add();
        definer.feature("volume_zscore_" + length, plan, 2)
                .formula("(volume - mean) / population standard deviation over " + length
                        + "; 0 when volume does not vary")
                .source("common usage")
                .parameter("length", length)
                .lookback(length - 1)
                .scaleFree()
                .add();
    }

    private static void defineTotals(Definer definer) {
        definer.feature("obv", KernelPlan.of("obv", 1, ObvKernel::new), 0)
                .formula("total of volume with the sign of close - close[1], from the first candle's volume on")
                .source("TA-Lib OBV")
                .scaleFree()
                .cumulative()
                .add();
        KernelPlan accumulation = KernelPlan.of("accumulation(3,10)", 2, () -> new AccumulationKernel(3, 10));
        definer.feature("ad", accumulation, 0)
                .formula("total of ((close - low) - (high - close)) / (high - low) volume; a flat candle adds 0")
                .source("TA-Lib AD")
                .scaleFree()
                .cumulative()
                .add();
        definer.feature("adosc_3_10", accumulation, 1)
                .formula("ema(ad, 3) - ema(ad, 10), both begun with the first ad")
                .source("TA-Lib ADOSC")
                .parameter("fast", 3)
                .parameter("slow", 10)
                .lookback(9)
                .warmup(9 + WarmUp.exponential(10))
                .scaleFree()
                .add();
        definer.feature("mfi_14", KernelPlan.of("mfi(14)", 1, () -> new MfiKernel(14)), 0)
                .formula(
                        "100 p / (p + n), sums over 14 of typical price times volume where the typical price rose (p) or"
                                + " fell (n); 0 without either. TA-Lib gives 0 below a flow of 1.0 too, which would depend on"
                                + " the unit of price")
                .source("TA-Lib MFI")
                .parameter("length", 14)
                .lookback(14)
                .range(0, 100)
                .scaleFree()
                .add();
    }

    private static void defineFlow(Definer definer) {
        KernelPlan flow = KernelPlan.of("flow(20)", FlowKernel.OUTPUTS, () -> new FlowKernel(20))
                .reading(Derived.PREVIOUS_CLOSE);
        definer.feature("vwap_20", flow, FlowKernel.VWAP)
                .formula(
                        "sum(tp volume, 20) / sum(volume, 20), tp = (high + low + close) / 3; mean(tp, 20) without volume")
                .source("common usage")
                .parameter("length", 20)
                .lookback(19)
                .atLeastZero()
                .add();
        definer.feature("vwap_20_distance", flow, FlowKernel.VWAP_DISTANCE)
                .formula("close / vwap_20 - 1")
                .source("derived")
                .parameter("length", 20)
                .lookback(19)
                .scaleFree()
                .add();
        definer.feature("chaikin_money_flow_20", flow, FlowKernel.CHAIKIN)
                .formula(
                        "sum(((close - low) - (high - close)) / (high - low) volume, 20) / sum(volume, 20); 0 without volume")
                .source("Chaikin")
                .parameter("length", 20)
                .lookback(19)
                .range(-1, 1)
                .scaleFree()
                .add();
        definer.feature("obv_flow_20", flow, FlowKernel.OBV_FLOW)
                .formula("(obv - obv[20]) / sum(volume, 20); 0 without volume")
                .source("derived")
                .parameter("length", 20)
                .lookback(20)
                .range(-1, 1)
                .scaleFree()
                .add();
    }
}
