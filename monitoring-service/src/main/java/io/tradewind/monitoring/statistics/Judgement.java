package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;

import io.tradewind.contracts.prediction.Direction;

/**
 * A prediction and its outcome, brought together.
 *
 * @param horizonBars candles the position was held for, at least 1
 * @param confidence in [0, 1]
 * @param profit of the position as a fraction of its stake, costs taken off; zero where none was taken
 */
public record Judgement(
        WindowKey window,
        Bar bar,
        int horizonBars,
        Direction predicted,
        Direction actual,
        double confidence,
        BigDecimal profit) {

    /** From this confidence on a prediction counts as a confident one. */
    public static final double HIGH_CONFIDENCE = 0.7;

    /** Whether a side was taken that can be right or wrong; a FLAT prediction abstains. */
    public boolean judged() {
        return predicted != Direction.FLAT;
    }

    /** Whether the side taken was the right one. */
    public boolean correct() {
        return judged() && predicted == actual;
    }

    /** Whether a position was taken: one that neither won nor lost anything was none. */
    public boolean traded() {
        return profit.signum() != 0;
    }

    /** Whether it is one of the confident ones. */
    public boolean confident() {
        return confidence >= HIGH_CONFIDENCE;
    }
}
