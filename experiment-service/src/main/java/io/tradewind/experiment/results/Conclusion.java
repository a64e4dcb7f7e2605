package io.tradewind.experiment.results;

import org.jspecify.annotations.Nullable;

/**
 * What may be concluded.
 *
 * @param variant name of the winning arm; null while inconclusive
 * @param confidence one minus the p-value of the deciding test, in [0, 1]; not the probability that the winner is better
 * @param effectSize relative lift of the primary metric over the control
 * @param expectedLift absolute lift of the primary metric
 * @param projectedAnnualImpact profit a year, as a fraction of the stake, if every candle were predicted by the
 *     treatment instead of the control; null where candles are not the unit
 */
public record Conclusion(
        Winner winner,
        @Nullable String variant,
        double confidence,
        String recommendation,
        @Nullable Double effectSize,
        @Nullable Double expectedLift,
        @Nullable Double projectedAnnualImpact) {}
