package io.tradewind.learning.fit;

import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.evaluation.TrainingSummary;

/**
 * A fitted model in its open format.
 *
 * @param fileName name of the model file in a bundle
 * @param scaler the scaler that is part of the model, or {@link ScalerSpec#NONE}
 * @param library what fitted it, with its version
 */
@SuppressWarnings("ArrayRecordComponent")
public record FittedModel(String fileName, byte[] bytes, ScalerSpec scaler, TrainingSummary summary, String library) {}
