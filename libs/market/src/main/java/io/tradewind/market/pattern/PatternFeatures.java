package io.tradewind.market.pattern;

import java.util.Arrays;
import java.util.Locale;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.kernel.KernelPlan;

/** Candlestick patterns and candle sequences. */
public final class PatternFeatures implements FeatureGroup {
    @Override
    public void define(Definer definer) {
        definer.group("pattern");
        defineClassic(definer);
        defineGapless(definer);
        defineCandle(definer);
        defineSequences(definer);
    }

    private static void defineClassic(Definer definer) {
        Pattern[] all = Pattern.values();
        KernelPlan plan = KernelPlan.of("patterns(classic)", all.length, ClassicPatternKernel::new);
        for (Pattern pattern : all) {
            boolean tweezer = pattern == Pattern.TWEEZER_TOP || pattern == Pattern.TWEEZER_BOTTOM;
            definer.feature("pattern_" + name(pattern), plan, pattern.ordinal())
                    .formula(pattern.text)
                    .source(tweezer ? "Nison, with TA-Lib's settings" : "TA-Lib CDL, default settings, sign")
                    .lookback(pattern.lookback)
                    .range(-1, 1)
                    .scaleFree()
                    .add();
        }
    }

    private static void defineGapless(Definer definer) {
        Pattern[] some =
                Arrays.stream(Pattern.values()).filter(Pattern::hasGapless).toArray(Pattern[]::new);
        KernelPlan plan = KernelPlan.of("patterns(gapless)", some.length, GaplessPatternKernel::new);
        for (int j = 0; j < some.length; j++) {
            definer.feature("pattern_gapless_" + name(some[j]), plan, j)
                    .formula(some[j].gaplessText)
                    .source("this catalogue, for markets that trade around the clock")
                    .lookback(Pattern.GAPLESS_LOOKBACK)
                    .range(-1, 1)
                    .scaleFree()
                    .add();
        }
    }

    private static String name(Pattern pattern) {
        return pattern.name().toLowerCase(Locale.ROOT);
    }

    private static void defineCandle(Definer definer) {
        sequence(definer, "candle_direction", SequenceKernel.DIRECTION, "sign of close - open", 0, -1, 1)
                .add();
        String flat = "; 0 on a flat candle";
        sequence(definer, "body_ratio", SequenceKernel.BODY_RATIO, "|close - open| / (high - low)" + flat, 0, 0, 1)
                .add();
        sequence(
                        definer,
                        "upper_shadow_ratio",
                        SequenceKernel.UPPER_RATIO,
                        "(high - max(open, close)) / (high - low)" + flat,
                        0,
                        0,
                        1)
                .add();
        sequence(
                        definer,
                        "lower_shadow_ratio",
                        SequenceKernel.LOWER_RATIO,
                        "(min(open, close) - low) / (high - low)" + flat,
                        0,
                        0,
                        1)
                .add();
    }

    private static void defineSequences(Definer definer) {
        defineRuns(definer);
        defineBars(definer);
        String growth = " / mean of the 10 before; 1 when those are 0";
        double infinite = Double.POSITIVE_INFINITY;
        sequence(definer, "body_growth", SequenceKernel.BODY_GROWTH, "|close - open|" + growth, 10, 0, infinite)
                .parameter("length", SequenceKernel.PERIOD)
                .add();
        sequence(definer, "range_growth", SequenceKernel.RANGE_GROWTH, "(high - low)" + growth, 10, 0, infinite)
                .parameter("length", SequenceKernel.PERIOD)
                .add();
    }

    private static void defineRuns(Definer definer) {
        int longest = SequenceKernel.LONGEST;
        sequence(
                        definer,
                        "run_length",
                        SequenceKernel.RUN,
                        "candles in a row with the newest one's direction, with its sign, counted up to 10",
                        longest - 1,
                        -longest,
                        longest)
                .parameter("longest", longest)
                .add();
        sequence(
                        definer,
                        "higher_highs",
                        SequenceKernel.HIGHER_HIGHS,
                        "higher highs in a row, counted up to 10",
                        longest,
                        0,
                        longest)
                .parameter("longest", longest)
                .add();
        sequence(
                        definer,
                        "lower_lows",
                        SequenceKernel.LOWER_LOWS,
                        "lower lows in a row, counted up to 10",
                        longest,
                        0,
                        longest)
                .parameter("longest", longest)
                .add();
    }

    private static void defineBars(Definer definer) {
        sequence(definer, "inside_bar", SequenceKernel.INSIDE, "1 when high and low are within the last ones", 1, 0, 1)
                .add();
        sequence(
                        definer,
                        "outside_bar",
                        SequenceKernel.OUTSIDE,
                        "1 when high and low are beyond the last ones",
                        1,
                        0,
                        1)
                .add();
        sequence(
                        definer,
                        "direction_sequence_3",
                        SequenceKernel.SEQUENCE,
                        "(9 d + 3 d[1] + d[2]) / 13, d = candle_direction: each of the 27 sequences has its own value",
                        2,
                        -1,
                        1)
                .parameter("length", 3)
                .add();
        sequence(
                        definer,
                        "up_share_10",
                        SequenceKernel.UP_SHARE,
                        "share of the last 10 candles that rose",
                        SequenceKernel.PERIOD - 1,
                        0,
                        1)
                .parameter("length", SequenceKernel.PERIOD)
                .add();
    }

    private static Definer.Draft sequence(
            Definer definer, String name, int output, String formula, int lookback, double minimum, double maximum) {
        KernelPlan plan = KernelPlan.of("sequence", SequenceKernel.OUTPUTS, SequenceKernel::new);
        return definer.feature(name, plan, output)
                .formula(formula)
                .source("common usage")
                .lookback(lookback)
                .range(minimum, maximum)
                .scaleFree();
    }
}
