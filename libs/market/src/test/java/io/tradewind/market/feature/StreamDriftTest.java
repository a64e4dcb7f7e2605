package io.tradewind.market.feature;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.definition.FeatureDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream at the end of a long and rough history against one that only saw the end: every feature of the catalogue.
 *
 * <p>The default length finds a sum that never forgets; {@code -Dtradewind.drift.candles=10000000} runs the whole claim,
 * in some minutes.
 */
class StreamDriftTest {
    private static final int CANDLES = Integer.getInteger("tradewind.drift.candles", 60_000);
    /** Long enough for the slowest average to forget that it began here. */
    private static final int END = 12_000;

    private static final int COMPARED = 2_000;

    @Test
    void aLongRoughPastLeavesNoTrace() {
        // Given
        FeatureSet all = FeatureSet.named("all");
        FeatureStream stream = FeaturePipeline.of(all).stream();
        RoughMarket market = new RoughMarket(CANDLES - END);
        ExactTotals totals = new ExactTotals();

        // When
        CandleSeries.Builder end = CandleSeries.builder("ROUGH", RoughMarket.TIMEFRAME);
        double[][] rows = new double[COMPARED][];
        for (int i = 0; i < CANDLES; i++) {
            market.next();
            double[] row =
                    stream.onCandle(market.openTime, market.open, market.high, market.low, market.close, market.volume);
            totals.add(market);
            if (i >= CANDLES - END) {
                end.add(market.openTime, market.open, market.high, market.low, market.close, market.volume);
            }
            if (i >= CANDLES - COMPARED) {
                rows[i - CANDLES + COMPARED] = row.clone();
            }
        }
        FeatureMatrix fresh = FeaturePipeline.of(all).compute(end.build());

        // Then
        Map<String, Double> drifted = new LinkedHashMap<>();
        for (int column = 0; column < all.size(); column++) {
            FeatureDefinition definition = all.definitions().get(column);
            double drift = definition.cumulative()
                    ? totals.drift(definition.name(), rows[COMPARED - 1][column])
                    : drift(rows, column, fresh.column(column));
            if (!(drift <= 1e-9)) {
                drifted.put(definition.name(), drift);
            }
        }
        assertThat(drifted).isEmpty();
    }

    /** The largest difference relative to the value, or to the column's usual size where the value is close to 0. */
    private static double drift(double[][] rows, int column, double[] fresh) {
        double size = 0;
        for (int j = 0; j < COMPARED; j++) {
            size += Math.abs(fresh[END - COMPARED + j]) / COMPARED;
        }
        double worst = 0;
        for (int j = 0; j < COMPARED; j++) {
            double expected = fresh[END - COMPARED + j];
            double difference = Math.abs(rows[j][column] - expected);
            // Not a maximum: a value that is no number must not be taken for a small difference.
            double drift = difference == 0 ? 0 : difference / Math.max(size, Math.abs(expected));
            worst = drift <= worst ? worst : drift;
        }
        return worst;
    }
}
