package io.tradewind.inference.symbol;

import java.util.List;
import java.util.UUID;

import io.tradewind.inference.live.SeriesSummary;
import org.jspecify.annotations.Nullable;

/**
 * A market this replica follows; times in milliseconds since the epoch.
 *
 * @param now open time of the candle that counts as its present
 * @param live whether any of its candles came as it closed
 * @param models loaded models of the caller that predict on it
 */
record SymbolView(
        String symbol,
        String timeframe,
        int candles,
        @Nullable Long firstOpenTime,
        @Nullable Long lastOpenTime,
        @Nullable Long now,
        boolean live,
        List<UUID> models) {

    static SymbolView of(SeriesSummary series, List<UUID> models) {
        return new SymbolView(
                series.symbol(),
                series.timeframe(),
                series.candles(),
                series.firstOpenTime(),
                series.lastOpenTime(),
                series.now(),
                series.live(),
                models);
    }
}
