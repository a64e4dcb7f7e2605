package io.tradewind.inference.live;

import org.jspecify.annotations.Nullable;

/**
 * How far a series is known; times in milliseconds since the epoch, null while there are no candles.
 *
 * @param now open time of the candle that counts as the market's present
 * @param live whether any of its candles came as it closed
 */
public record SeriesSummary(
        String symbol,
        String timeframe,
        int candles,
        @Nullable Long firstOpenTime,
        @Nullable Long lastOpenTime,
        @Nullable Long now,
        boolean live) {}
