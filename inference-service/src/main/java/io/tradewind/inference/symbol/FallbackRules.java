package io.tradewind.inference.symbol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tradewind.contracts.prediction.Direction;

/**
 * Classic readings of indicators, voted together: RSI beyond 30 and 70, the sign of MACD's histogram, the side of the
 * 20-candle average, and candlestick patterns.
 *
 * <p>A stand-in for when no model can answer, no source of edge: the weights are conventions, not fitted to anything.
 */
final class FallbackRules {

    static final String RSI = "rsi_14";
    static final String MACD = "macd_hist_relative";
    static final String AVERAGE = "sma_20_distance";
    private static final String PATTERN = "pattern_";
    private static final String GAPLESS = "pattern_gapless_";

    /** Says that buyers and sellers are even, whatever its sign in the catalogue. */
    private static final Set<String> INDECISIVE = Set.of("doji");

    private static final double OVERSOLD = 30;
    private static final double OVERBOUGHT = 70;
    private static final double TREND_CONFIDENCE = 0.53;
    private static final double PATTERN_CONFIDENCE = 0.6;
    private static final double UNDECIDED = 0.02;
    private static final double SUREST = 0.75;

    private FallbackRules() {}

    /** @param row features by name; what is missing has no vote */
    static RuleView judge(Map<String, Double> row, double close) {
        Map<String, Integer> patterns = patterns(row);
        List<Signal> signals = new ArrayList<>();
        rsi(row, signals);
        trend(row, MACD, "MACD", "histogram", signals);
        trend(row, AVERAGE, "SMA 20", "distance of the price", signals);
        patterns.forEach((name, sign) -> pattern(name, sign, signals));
        double score = signals.stream().mapToDouble(FallbackRules::vote).sum();
        Direction direction = Math.abs(score) < UNDECIDED ? Direction.FLAT : direction(score);
        return new RuleView(direction, Math.min(SUREST, 0.5 + Math.abs(score)), signals, patterns, close);
    }

    /** Names without prefix; the gapless variant counts where the classic one is silent. */
    private static Map<String, Integer> patterns(Map<String, Double> row) {
        Map<String, Integer> patterns = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (name.startsWith(PATTERN) && Math.abs(value) > 0) {
                String prefix = name.startsWith(GAPLESS) ? GAPLESS : PATTERN;
                patterns.putIfAbsent(name.substring(prefix.length()), value > 0 ? 1 : -1);
            }
        });
        return patterns;
    }

    private static void rsi(Map<String, Double> row, List<Signal> signals) {
        Double rsi = row.get(RSI);
        if (rsi == null || rsi >= OVERSOLD && rsi <= OVERBOUGHT) {
            return;
        }
        boolean low = rsi < OVERSOLD;
        double beyond = low ? OVERSOLD - rsi : rsi - OVERBOUGHT;
        signals.add(new Signal(
                low ? Direction.UP : Direction.DOWN,
                "RSI",
                "RSI 14 is %.1f: %s".formatted(rsi, low ? "oversold" : "overbought"),
                0.55 + beyond / OVERSOLD * 0.15));
    }

    private static void trend(Map<String, Double> row, String feature, String source, String what, List<Signal> to) {
        Double value = row.get(feature);
        if (value != null && value != 0) {
            to.add(new Signal(
                    direction(value),
                    source,
                    "%s is %s".formatted(what, value > 0 ? "positive" : "negative"),
                    TREND_CONFIDENCE));
        }
    }

    private static void pattern(String name, int sign, List<Signal> to) {
        if (INDECISIVE.contains(name)) {
            return;
        }
        to.add(new Signal(
                direction(sign),
                "Pattern: " + name,
                "%s pattern detected, read as %s".formatted(name.replace('_', ' '), sign > 0 ? "bullish" : "bearish"),
                PATTERN_CONFIDENCE));
    }

    private static double vote(Signal signal) {
        double weight = signal.confidence() - 0.5;
        return signal.direction() == Direction.UP ? weight : -weight;
    }

    private static Direction direction(double sign) {
        return sign > 0 ? Direction.UP : Direction.DOWN;
    }
}
