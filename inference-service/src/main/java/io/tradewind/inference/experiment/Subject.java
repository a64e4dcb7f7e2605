package io.tradewind.inference.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What a prediction is about and who asks for it, as far as that is known; it decides which units it belongs to.
 *
 * @param candleOpenTime milliseconds since the epoch
 * @param userId null for the live market, where nobody asks
 * @param requestUnit id the caller sent to be assigned by
 */
public record Subject(
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Long candleOpenTime,
        @Nullable String userId,
        @Nullable String requestUnit) {

    /** A candle of the live market. */
    public static Subject candle(String symbol, String timeframe, long openTime) {
        return new Subject(symbol, timeframe, openTime, null, null);
    }
}
