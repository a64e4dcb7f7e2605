package io.tradewind.benchmarks.learning;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.synthetic.SyntheticMarket;

/**
 * Warm feature rows of a synthetic market and whether the next candle rose.
 *
 * @param values row by row
 * @param labels 1 or 0 for each row
 */
@SuppressWarnings("ArrayRecordComponent")
record MarketRows(FeatureSet set, float[] values, float[] labels) {

    private static final int CANDLES = 6_000;

    static MarketRows of(FeatureSet set) {
        CandleSeries series = SyntheticMarket.generate(1, CANDLES, Timeframe.ONE_HOUR, 1_600_002_000_000L);
        FeatureMatrix matrix = FeaturePipeline.of(set).compute(series);
        int first = matrix.warmupBars();
        int rows = CANDLES - 1 - first;
        float[] values = new float[rows * set.size()];
        float[] labels = new float[rows];
        double[] row = new double[set.size()];
        for (int i = 0; i < rows; i++) {
            matrix.copyRow(first + i, row);
            for (int k = 0; k < row.length; k++) {
                values[i * row.length + k] = (float) row[k];
            }
            labels[i] = series.close(first + i + 1) > series.close(first + i) ? 1 : 0;
        }
        return new MarketRows(set, values, labels);
    }

    int features() {
        return set.size();
    }
}
