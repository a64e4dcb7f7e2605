package io.tradewind.contracts.prediction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A model answered.
 *
 * @param predictionId unique for ever; the same answer published twice has the same id
 * @param symbol market it is about; null when only a feature tensor was given
 * @param candleOpenTime open time of the candle it was made on, milliseconds since the epoch
 * @param referencePrice close of that candle: the price from which the return is counted
 * @param horizonBars after how many candles of this timeframe it can be judged, at least 1
 * @param outputs class probabilities (classification) or expected returns, one per horizon (regression)
 * @param confidence calibrated probability that the direction is right, in [0, 1]
 * @param expectedReturn expected simple return over the horizon, where the task gives one
 * @param latencyMicros time inside inference, in microseconds
 * @param assignment experiment arm this prediction was assigned to; null outside experiments
 * @param featureNames names of {@code features}; null when unchanged from the bundle's own order
 * @param features the newest row of model inputs before scaling; what drift is measured on
 */
public record PredictionMade(
        UUID predictionId,
        UUID modelId,
        int modelVersion,
        @Nullable String bundleDigest,
        String owner,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Long candleOpenTime,
        @Nullable Double referencePrice,
        int horizonBars,
        String task,
        List<Double> outputs,
        Direction direction,
        double confidence,
        @Nullable Double expectedReturn,
        PredictionSource source,
        long latencyMicros,
        @Nullable Assignment assignment,
        @Nullable List<String> featureNames,
        @Nullable List<Double> features,
        Instant occurredAt)
        implements Event {

    /**
     * Which arm of which experiment.
     *
     * @param phase counts changes of the weights, from 1
     * @param unit what was randomised, such as a user id or {@code BTCUSD|1h|1500000000000}
     */
    public record Assignment(UUID experimentId, int phase, String variant, String unit) {}

    public PredictionMade {
        outputs = List.copyOf(outputs);
        featureNames = featureNames == null ? null : List.copyOf(featureNames);
        features = features == null ? null : List.copyOf(features);
    }

    @Override
    public String eventKey() {
        return predictionId.toString();
    }
}
