package io.tradewind.learning.training;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;

/** Feature rows of candles as models see them; the seam at which checks look for features that know the future. */
@FunctionalInterface
interface FeatureRows {

    /** What trainings use. */
    FeatureRows COMPUTED = (features, series) -> {
        FeatureMatrix matrix = FeaturePipeline.of(features).compute(series);
        int columns = matrix.columns();
        float[] rows = new float[matrix.rows() * columns];
        double[] row = new double[columns];
        for (int i = 0; i < matrix.rows(); i++) {
            matrix.copyRow(i, row);
            for (int k = 0; k < columns; k++) {
                rows[i * columns + k] = (float) row[k];
            }
        }
        return rows;
    };

    /** Row-major values of shape (candles, features), NaN where a feature has none. */
    float[] of(FeatureSet features, CandleSeries series);
}
