package io.tradewind.market.candle;

import java.time.Instant;

import io.tradewind.market.SharedData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResamplerTest {
    private static final long HOUR = 3_600_000;
    private static final long MIDNIGHT = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private static CandleSeries hours(int from, int to) {
        CandleSeries.Builder series = CandleSeries.builder("BTC", Timeframe.ONE_HOUR);
        for (int hour = from; hour < to; hour++) {
            series.add(MIDNIGHT + hour * HOUR, 100 + hour, 200 + hour, 50 + hour, 101 + hour, 1);
        }
        return series.build();
    }

    @Test
    void joinsWholeCandlesOnly() {
        // Given hours from the middle of one four-hour candle to the middle of another
        CandleSeries hours = hours(2, 14);

        // When
        CandleSeries longer = Resampler.resample(hours, Timeframe.FOUR_HOURS);

        // Then
        assertThat(longer.size()).isEqualTo(2);
        assertThat(longer.openTime(0)).isEqualTo(MIDNIGHT + 4 * HOUR);
        assertThat(longer.open(0)).isEqualTo(104);
        assertThat(longer.high(0)).isEqualTo(207);
        assertThat(longer.low(0)).isEqualTo(54);
        assertThat(longer.close(0)).isEqualTo(108);
        assertThat(longer.volume(0)).isEqualTo(4);
    }

    @Test
    void fillsNoGap() {
        CandleSeries.Builder gap = CandleSeries.builder("BTC", Timeframe.ONE_HOUR);
        for (int hour : new int[] {0, 1, 2, 3, 4, 12, 13, 14, 15}) {
            gap.add(MIDNIGHT + hour * HOUR, 1, 1, 1, 1, 1);
        }
        CandleSeries longer = Resampler.resample(gap.build(), Timeframe.FOUR_HOURS);
        assertThat(longer.openTimes()).containsExactly(MIDNIGHT, MIDNIGHT + 4 * HOUR, MIDNIGHT + 12 * HOUR);
        assertThat(longer.volume(1)).isEqualTo(1);
    }

    @Test
    void joinsOnTheTimeOfClose() {
        CandleSeries hours = hours(0, 13);
        CandleSeries longer = Resampler.resample(hours, Timeframe.FOUR_HOURS);
        int[] latest = Resampler.latestClosed(hours, longer);
        // The candle of 03:00 closes with the first long one; those before it know none.
        assertThat(latest).containsExactly(-1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void refusesWhatIsNoMultipleAndWhatIsNotSorted() {
        assertThatThrownBy(() -> Resampler.resample(hours(0, 3), Timeframe.ONE_HOUR))
                .hasMessage("cannot resample 1h to 1h: it is no longer multiple");
        Resampler resampler = new Resampler(Timeframe.ONE_HOUR, Timeframe.ONE_DAY, (t, o, h, l, c, v) -> {});
        resampler.accept(MIDNIGHT, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> resampler.accept(MIDNIGHT, 1, 1, 1, 1, 1)).hasMessageContaining("is not after");
        assertThatThrownBy(() -> resampler.accept(MIDNIGHT + 60_000, 1, 1, 1, 1, 1))
                .hasMessage("candle at 2024-01-01T00:01:00Z opens 60000 ms after the one before it: it is not of"
                        + " timeframe 1h");
        CandleSeries days = CandleSeries.builder("BTC", Timeframe.ONE_DAY).build();
        assertThatThrownBy(() -> Resampler.latestClosed(days, hours(0, 3)))
                .hasMessage("candles of 1h are shorter than those of 1d");
    }

    @Test
    void agreesWithTheExchangesOwnLongerCandles() {
        // Given the same market in hours and in four hours, from two sources
        CandleSeries longer =
                Resampler.resample(SharedData.candles("BTCUSD-coinbase-1h", Timeframe.ONE_HOUR), Timeframe.FOUR_HOURS);
        CandleSeries given = SharedData.candles("BTCUSD-coinbase-4h", Timeframe.FOUR_HOURS);

        // When
        int[] same = Resampler.latestClosed(longer, given);

        // Then
        int compared = 0;
        int close = 0;
        for (int i = 0; i < longer.size(); i++) {
            if (same[i] >= 0 && given.openTime(same[i]) == longer.openTime(i)) {
                compared++;
                close += Math.abs(given.close(same[i]) / longer.close(i) - 1) < 0.002 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(5000);
        assertThat(close / (double) compared).isGreaterThan(0.9);
    }
}
