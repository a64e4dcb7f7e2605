package io.tradewind.monitoring.prediction;

import java.util.UUID;

import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.monitoring.statistics.Bar;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as the ledger keeps it.
 *
 * @param bar step of the equity curve its position is opened on
 * @param dueOpenTime open time of the candle that decides it where none is missing; null when candles cannot decide it
 */
record LedgerEntry(
        PredictionMade prediction,
        WindowKey window,
        Bar bar,
        @Nullable Long dueOpenTime) {

    // Predictions that are about no candle are put on bars of one hour.
    private static final long BAR_WITHOUT_CANDLE = WindowKey.HOUR_MILLIS;

    static LedgerEntry of(PredictionMade prediction) {
        refuseImpossible(prediction);
        PredictionMade.Assignment assignment = prediction.assignment();
        String variant = assignment == null ? "" : assignment.variant();
        Cohort cohort = new Cohort(prediction.modelId(), prediction.modelVersion(), variant);
        WindowKey window = WindowKey.of(cohort, prediction.occurredAt());
        String timeframe = prediction.timeframe();
        Long openTime = prediction.candleOpenTime();
        if (timeframe == null || openTime == null) {
            return new LedgerEntry(prediction, window, new Bar(BAR_WITHOUT_CANDLE, window.hourStart()), null);
        }
        long millis = Timeframe.parse(timeframe).millis();
        Long due = prediction.symbol() == null ? null : (Long) (openTime + prediction.horizonBars() * millis);
        return new LedgerEntry(prediction, window, new Bar(millis, openTime), due);
    }

    UUID id() {
        return prediction.predictionId();
    }

    boolean waiting() {
        return dueOpenTime != null;
    }

    // Such a record can never be counted: the inbox puts it with the dead letters.
    private static void refuseImpossible(PredictionMade prediction) {
        if (prediction.horizonBars() < 1) {
            throw new IllegalArgumentException("horizonBars must be at least 1, was " + prediction.horizonBars());
        }
        if (!(prediction.confidence() >= 0 && prediction.confidence() <= 1)) {
            throw new IllegalArgumentException("confidence must lie in [0, 1], was " + prediction.confidence());
        }
    }
}
