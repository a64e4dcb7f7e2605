package io.tradewind.market.feature;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StreamAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A thousand candles after the first thousand, refits of the conditional volatility among them. */
    @ParameterizedTest
    @ValueSource(strings = {"stationary", "seed", "alpha158", "all"})
    void aWarmStreamAllocatesNothing(String set) {
        // Given
        CandleSeries series = Markets.halting(2000);
        FeatureStream stream = FeaturePipeline.of(FeatureSet.named(set)).stream(series.timeframe());
        feed(stream, series, 0, 1000);
        THREADS.getCurrentThreadAllocatedBytes();

        // When
        long before = THREADS.getCurrentThreadAllocatedBytes();
        feed(stream, series, 1000, 2000);
        long after = THREADS.getCurrentThreadAllocatedBytes();

        // Then
        assertThat(after - before).isZero();
    }

    private static void feed(FeatureStream stream, CandleSeries series, int from, int to) {
        for (int i = from; i < to; i++) {
            stream.onCandle(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
    }
}
