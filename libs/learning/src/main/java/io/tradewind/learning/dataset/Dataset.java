package io.tradewind.learning.dataset;

import java.util.List;

import io.tradewind.learning.bundle.ScalerSpec;

/**
 * Feature rows of a candle series, row by row as 32-bit floats of shape (rows, features), with what came after each row.
 *
 * @param rows row-major values; NaN where a feature has no value
 * @param targets what came after each row, as many rows
 * @param window rows one forecast sees
 */
@SuppressWarnings("ArrayRecordComponent")
public record Dataset(List<String> featureNames, float[] rows, Targets targets, int window) {

    /** Largest absolute value a scaled feature keeps; the exported graph clips alike, so one wild candle cannot saturate. */
    public static final float SCALED_LIMIT = 10;

    public int features() {
        return featureNames.size();
    }

    /** Number of rows. */
    public int size() {
        return targets.size();
    }

    public float value(int row, int feature) {
        return rows[row * features() + feature];
    }

    /** The same rows with other targets. */
    public Dataset with(Targets others) {
        return new Dataset(featureNames, rows, others, window);
    }

    /** The same rows seen through another window. */
    public Dataset withWindow(int other) {
        return new Dataset(featureNames, rows, targets, other);
    }

    /** The same rows scaled and clipped. */
    public Dataset scaled(ScalerSpec scaler) {
        return new Dataset(featureNames, scaled(rows, scaler), targets, window);
    }

    /** Rows of this data's features scaled and clipped, wherever they come from. */
    public float[] scaled(float[] rows, ScalerSpec scaler) {
        if (scaler.offsets().isEmpty()) {
            return rows;
        }
        float[] scaled = new float[rows.length];
        int features = features();
        for (int i = 0; i < rows.length; i++) {
            int feature = i % features;
            float offset = scaler.offsets().get(feature).floatValue();
            float factor = scaler.factors().get(feature).floatValue();
            float value = (rows[i] - offset) * factor;
            scaled[i] = Math.max(-SCALED_LIMIT, Math.min(SCALED_LIMIT, value));
        }
        return scaled;
    }
}
