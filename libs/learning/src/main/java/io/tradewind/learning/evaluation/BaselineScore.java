package io.tradewind.learning.evaluation;

import org.jspecify.annotations.Nullable;

/** How a simple rule did on the test rows; the meanings are those of {@link Evaluation}. */
public record BaselineScore(
        @Nullable Double accuracy,
        @Nullable Double standardError,
        @Nullable Double profitFactor,
        @Nullable Double sharpe,
        @Nullable Double maxDrawdown,
        @Nullable Double pnl) {}
