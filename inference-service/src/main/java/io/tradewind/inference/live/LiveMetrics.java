package io.tradewind.inference.live;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What came of the candles. */
@Singleton
class LiveMetrics {

    /** Why a model that fits a candle made no prediction on it. */
    enum Skip {
        /** Not enough candles yet for its features. */
        WARMING,
        /** Its features cannot be computed here. */
        FOREIGN_FEATURES,
        /** It was unloaded in this moment. */
        GONE,
        /** It threw. */
        FAILED,
        /** The candle's arm is pinned to a version that is not served. */
        VERSION_NOT_SERVED
    }

    private final MeterRegistry registry;
    private final Counter candles;
    private final Counter predictions;

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.candles = registry.counter("tradewind.inference.candles");
        this.predictions = registry.counter("tradewind.inference.live.predictions");
    }

    void candles(int count) {
        candles.increment(count);
    }

    void predictions(int count) {
        predictions.increment(count);
    }

    void skipped(Skip reason) {
        registry.counter(
                        "tradewind.inference.live.skipped",
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void refused(String reason) {
        registry.counter("tradewind.inference.candles.refused", "reason", reason)
                .increment();
    }
}
