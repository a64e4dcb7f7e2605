package io.tradewind.market.candle;

import java.time.Instant;

import io.tradewind.market.Markets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CandleSeriesTest {
    private static final long HOUR = 3_600_000;

    @Test
    void refusesCandlesOutOfOrder() {
        CandleSeries.Builder series =
                CandleSeries.builder("BTC", Timeframe.ONE_HOUR).add(HOUR, 1, 1, 1, 1, 0);
        assertThatThrownBy(() -> series.add(HOUR, 1, 1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series of BTC is not sorted: candle 1 opens at 1970-01-01T01:00:00Z, not after"
                        + " 1970-01-01T01:00:00Z");
    }

    @Test
    void refusesCandlesOfAShorterTimeframe() {
        CandleSeries.Builder series =
                CandleSeries.builder("BTC", Timeframe.ONE_HOUR).add(0, 1, 1, 1, 1, 0);
        assertThatThrownBy(() -> series.add(60_000, 1, 1, 1, 1, 0))
                .hasMessage(
                        "series of BTC mixes timeframes: candle 1 opens 60000 ms after the one before it, timeframe 1h"
                                + " is 3600000 ms");
    }

    @Test
    void slicesAndKnowsItsEnds() {
        CandleSeries series = Markets.ordinary(1000);
        CandleSeries slice = series.slice(10, 300);
        assertThat(slice.size()).isEqualTo(290);
        assertThat(slice.openTime(0)).isEqualTo(series.openTime(10));
        assertThat(slice.close(289)).isEqualTo(series.close(299));
        assertThat(slice.closeTime(0)).isEqualTo(slice.openTime(0) + HOUR);
        assertThat(series.toString()).startsWith("CandleSeries[SYNTH 1h 1000 candles 2020-09-13T");
        assertThat(CandleSeries.builder("X", Timeframe.ONE_DAY).build().toString())
                .contains("empty");
    }

    @Test
    void findsTheFirstCandleThatCannotBeUsed() {
        CandleSeries.Builder series = CandleSeries.builder("BTC", Timeframe.ONE_HOUR)
                .add(0, 1, 1, 1, 1, 0)
                .add(HOUR, 1, 1, 0, 1, 0);
        assertThat(series.build().firstUnusable()).isEqualTo(1);
        assertThat(Markets.ordinary(100).firstUnusable()).isEqualTo(-1);
        assertThat(CandleSeries.usable(1, 1, 1, Double.POSITIVE_INFINITY, 1)).isFalse();
        assertThat(CandleSeries.usable(1, 1, 1, 1, -1)).isFalse();
        assertThat(CandleSeries.usable(1, 1, Double.NaN, 1, 1)).isFalse();
    }

    @Test
    void readsTimeframes() {
        assertThat(Timeframe.parse("4h")).isEqualTo(Timeframe.FOUR_HOURS);
        assertThat(Timeframe.ONE_WEEK).hasToString("1w");
        assertThatThrownBy(() -> Timeframe.parse("7h"))
                .hasMessage("unknown timeframe '7h', known: 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, 3d, 1w");
    }

    @Test
    void weeksBeginOnMondays() {
        long wednesday = Instant.parse("2024-05-15T13:00:00Z").toEpochMilli();
        assertThat(Instant.ofEpochMilli(Timeframe.ONE_WEEK.floor(wednesday))).isEqualTo("2024-05-13T00:00:00Z");
        assertThat(Instant.ofEpochMilli(Timeframe.FOUR_HOURS.floor(wednesday))).isEqualTo("2024-05-15T12:00:00Z");
    }
}
