package io.tradewind.inference.symbol;

import io.tradewind.contracts.prediction.Direction;

/**
 * One reason to expect a move.
 *
 * @param source what gave it, such as {@code RSI} or {@code Pattern: hammer}
 * @param confidence in [0.5, 1]; of rules an ordering, not a calibrated probability
 */
public record Signal(Direction direction, String source, String reason, double confidence) {}
