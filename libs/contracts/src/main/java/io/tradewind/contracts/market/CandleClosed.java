package io.tradewind.contracts.market;

import io.tradewind.contracts.event.Event;

/**
 * A candle that is final.
 *
 * @param timeframe one of 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, 3d, 1w
 * @param openTime start of the candle, milliseconds since the epoch, UTC
 * @param volume traded amount in units of the base asset, at least 0
 */
public record CandleClosed(
        String symbol,
        String timeframe,
        long openTime,
        double open,
        double high,
        double low,
        double close,
        double volume,
        CandleOrigin origin)
        implements Event {

    @Override
    public String eventKey() {
        return symbol + '|' + timeframe;
    }
}
