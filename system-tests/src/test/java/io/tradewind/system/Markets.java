package io.tradewind.system;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;

/** Synthetic markets under names of their own, so that tests which share a fleet do not meet. */
final class Markets {

    private static final long OPENING = 1_600_002_000_000L;

    private Markets() {}

    /** Hourly candles of the synthetic market with this seed. */
    static CandleSeries hourly(String symbol, long seed, int candles) {
        return named(symbol, SyntheticMarket.generate(seed, candles, Timeframe.parse("1h"), OPENING));
    }

    /** The same candles as another symbol's. */
    static CandleSeries named(String symbol, CandleSeries series) {
        CandleSeries.Builder builder = CandleSeries.builder(symbol, series.timeframe());
        for (int i = 0; i < series.size(); i++) {
            builder.add(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        return builder.build();
    }
}
