package io.tradewind.training.candle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What is stored of one symbol at one timeframe. */
record SeriesView(
        String symbol,
        String timeframe,
        long candles,
        @Nullable Instant firstOpenTime,
        @Nullable Instant lastOpenTime,
        Instant updatedAt) {}
