package io.tradewind.inference.symbol;

import java.util.List;
import java.util.Map;

import io.tradewind.contracts.prediction.Direction;

/**
 * What rules make of a market.
 *
 * @param patterns candlestick patterns at the newest candle with their sign: bullish 1, bearish -1
 * @param confidence in [0.5, 0.75]: rules are never surer than that
 */
public record RuleView(
        Direction direction, double confidence, List<Signal> signals, Map<String, Integer> patterns, double close) {

    public RuleView {
        signals = List.copyOf(signals);
        patterns = Map.copyOf(patterns);
    }

    /** As a classifier would give it: probabilities of down and up. */
    public List<Double> outputs() {
        return switch (direction) {
            case UP -> List.of(1 - confidence, confidence);
            case DOWN -> List.of(confidence, 1 - confidence);
            case FLAT -> List.of(0.5, 0.5);
        };
    }
}
