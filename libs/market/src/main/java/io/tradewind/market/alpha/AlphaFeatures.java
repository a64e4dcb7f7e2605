package io.tradewind.market.alpha;

import java.util.function.IntFunction;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.KernelPlan;

/**
 * Alpha158: 9 candle proportions, 4 prices and 29 rolling operators over 5 windows.
 *
 * <p>Formulas are those of qlib's data loader, names too. Where qlib adds 1e-12 to a denominator to survive a zero,
 * the zero is told apart and gives 0, so that values do not depend on the unit of price or volume. Qlib begins windows
 * before they are full; here a window is full or there is no value.
 */
public final class AlphaFeatures implements FeatureGroup {
    private static final int[] WINDOWS = {5, 10, 20, 30, 60};
    private static final String SOURCE = "qlib Alpha158";
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Override
    public void define(Definer definer) {
        definer.group("alpha158");
        defineCandle(definer);
        defineOrder(definer);
        defineTrend(definer);
        defineRange(definer);
        defineQuantiles(definer);
        defineCorrelation(definer);
        defineCounts(definer);
        defineVolume(definer);
    }

    private static void defineCandle(Definer definer) {
        KernelPlan plan = KernelPlan.of("alphaCandle", AlphaCandleKernel.OUTPUTS, AlphaCandleKernel::new);
        String[][] candle = {
            {"KMID", "(c - o) / o"},
            {"KLEN", "(h - l) / o"},
            {"KMID2", "(c - o) / (h - l); 0 on a flat candle"},
            {"KUP", "(h - max(o, c)) / o"},
            {"KUP2", "(h - max(o, c)) / (h - l); 0 on a flat candle"},
            {"KLOW", "(min(o, c) - l) / o"},
            {"KLOW2", "(min(o, c) - l) / (h - l); 0 on a flat candle"},
            {"KSFT", "(2 c - h - l) / o"},
            {"KSFT2", "(2 c - h - l) / (h - l); 0 on a flat candle"},
            {"OPEN0", "o / c"},
            {"HIGH0", "h / c"},
            {"LOW0", "l / c"},
            {"VWAP0", "vwap / c; a candle has no trades, so its typical price (h + l + c) / 3 stands in"},
        };
        for (int j = 0; j < candle.length; j++) {
            definer.feature(candle[j][0], plan, j)
                    .formula(candle[j][1])
                    .source(SOURCE)
                    .scaleFree()
                    .add();
        }
    }

    private static void defineOrder(Definer definer) {
        windows(
                definer,
                "ROC",
                "c[d] / c",
                0,
                "alphaOrder",
                AlphaOrderKernel.OUTPUTS,
                0,
                AlphaOrderKernel::new,
                0,
                INFINITE);
    }

    private static void defineTrend(Definer definer) {
        String[][] trend = {
            {"MA", "mean(c, d) / c"},
            {"STD", "sample std(c, d) / c; 0 on flat prices"},
            {"BETA", "slope(c, d) / c; 0 on flat prices"},
            {"RSQR", "R^2 of the line through c over d; 0 on flat prices"},
            {"RESI", "(c - the line's end) / c; 0 on flat prices"},
        };
        for (int j = 0; j < trend.length; j++) {
            double minimum = j == 2 || j == 4 ? -INFINITE : 0;
            windows(
                    definer,
                    trend[j][0],
                    trend[j][1],
                    -1,
                    "alphaTrend",
                    AlphaTrendKernel.OUTPUTS,
                    j,
                    AlphaTrendKernel::new,
                    minimum,
                    j == 3 ? 1 : INFINITE);
        }
    }

    private static void defineRange(Definer definer) {
        range(definer, "MAX", "max(h, d) / c", 0, 0, INFINITE);
        range(definer, "MIN", "min(l, d) / c", 1, 0, INFINITE);
    }

    private static void defineQuantiles(Definer definer) {
        order(definer, "QTLU", "80 % quantile of c over d / c", 1, INFINITE);
        order(definer, "QTLD", "20 % quantile of c over d / c", 2, INFINITE);
        order(definer, "RANK", "mean rank of c among the last d, as a share", 3, 1);
        range(definer, "RSV", "(c - min(l, d)) / (max(h, d) - min(l, d)); 0 on flat prices", 2, 0, 1);
        range(definer, "IMAX", "place of the first highest high among the last d, 1 to d, over d", 3, 0, 1);
        range(definer, "IMIN", "place of the first lowest low among the last d, 1 to d, over d", 4, 0, 1);
        range(definer, "IMXD", "(place of the highest high - place of the lowest low) / d", 5, -1, 1);
    }

    private static void order(Definer definer, String name, String formula, int output, double maximum) {
        windows(
                definer,
                name,
                formula,
                -1,
                "alphaOrder",
                AlphaOrderKernel.OUTPUTS,
                output,
                AlphaOrderKernel::new,
                0,
                maximum);
    }

    private static void range(
            Definer definer, String name, String formula, int output, double minimum, double maximum) {
        windows(
                definer,
                name,
                formula,
                -1,
                "alphaRange",
                AlphaRangeKernel.OUTPUTS,
                output,
                AlphaRangeKernel::new,
                minimum,
                maximum);
    }

    private static void defineCorrelation(Definer definer) {
        KernelPlan plan = KernelPlan.of(
                        "alphaCorrelation", 2 * WINDOWS.length, () -> new AlphaCorrelationKernel(WINDOWS))
                .reading(Derived.PREVIOUS_CLOSE, Derived.LOG_VOLUME);
        for (int j = 0; j < WINDOWS.length; j++) {
            definer.feature("CORR" + WINDOWS[j], plan, j)
                    .formula("corr(c, ln(v + 1), d); 0 when either does not vary")
                    .source(SOURCE)
                    .parameter("d", WINDOWS[j])
                    .lookback(WINDOWS[j] - 1)
                    .range(-1, 1)
                    .scaleFree()
                    .add();
        }
        for (int j = 0; j < WINDOWS.length; j++) {
            definer.feature("CORD" + WINDOWS[j], plan, WINDOWS.length + j)
                    .formula("corr(c / c[1], ln(v / v[1] + 1), d); 0 when either does not vary, v / v[1] is 1 after a"
                            + " candle without volume")
                    .source(SOURCE)
                    .parameter("d", WINDOWS[j])
                    .lookback(WINDOWS[j])
                    .range(-1, 1)
                    .scaleFree()
                    .add();
        }
    }

    private static void defineCounts(Definer definer) {
        String[][] counts = {
            {"CNTP", "share of d candles with c > c[1]"},
            {"CNTN", "share of d candles with c < c[1]"},
            {"CNTD", "CNTP - CNTN"},
            {"SUMP", "sum(max(c - c[1], 0), d) / sum(|c - c[1]|, d); 0 on flat prices"},
            {"SUMN", "sum(max(c[1] - c, 0), d) / sum(|c - c[1]|, d); 0 on flat prices"},
            {"SUMD", "SUMP - SUMN"},
        };
        for (int j = 0; j < counts.length; j++) {
            windows(
                    definer,
                    counts[j][0],
                    counts[j][1],
                    0,
                    "alphaCount",
                    AlphaCountKernel.OUTPUTS,
                    j,
                    AlphaCountKernel::new,
                    j % 3 == 2 ? -1 : 0,
                    1);
        }
    }

    private static void defineVolume(Definer definer) {
        String[][] volume = {
            {"VMA", "mean(v, d) / v; 0 on a candle without volume"},
            {"VSTD", "sample std(v, d) / v; 0 on a candle without volume"},
            {"WVMA", "sample std / mean over d of |c / c[1] - 1| v; 0 without volume or moves"},
            {"VSUMP", "sum(max(v - v[1], 0), d) / sum(|v - v[1]|, d); 0 when volume does not vary"},
            {"VSUMN", "sum(max(v[1] - v, 0), d) / sum(|v - v[1]|, d); 0 when volume does not vary"},
            {"VSUMD", "VSUMP - VSUMN"},
        };
        for (int j = 0; j < volume.length; j++) {
            windows(
                    definer,
                    volume[j][0],
                    volume[j][1],
                    j < 2 ? -1 : 0,
                    "alphaVolume",
                    AlphaVolumeKernel.OUTPUTS,
                    j,
                    AlphaVolumeKernel::new,
                    j == 5 ? -1 : 0,
                    j < 3 ? INFINITE : 1);
        }
    }

    private static void windows(
            Definer definer,
            String name,
            String formula,
            int beyond,
            String kernel,
            int outputs,
            int output,
            IntFunction<Kernel> factory,
            double minimum,
            double maximum) {
        for (int window : WINDOWS) {
            KernelPlan plan = KernelPlan.of(kernel + "(" + window + ")", outputs, () -> factory.apply(window))
                    .reading(Derived.PREVIOUS_CLOSE);
            definer.feature(name + window, plan, output)
                    .formula(formula)
                    .source(SOURCE)
                    .parameter("d", window)
                    .lookback(window + beyond)
                    .range(minimum, maximum)
                    .scaleFree()
                    .add();
        }
    }
}
