package io.tradewind.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;

/** Events that tests start from. */
public final class Examples {

    /** Length of the candles of {@link #prediction}. */
    public static final long HOUR = 3_600_000;

    /** How long anything may take that happens by itself. */
    public static final Duration LIMIT = Duration.ofSeconds(40);

    private Examples() {}

    /** A model of this owner. */
    public static ModelChanged model(UUID id, String owner, long revision) {
        return new ModelChanged(
                id,
                "CREATED",
                "model " + id,
                owner,
                "xgboost",
                "direction",
                List.of("BTCUSD"),
                "1h",
                ModelStatus.ACTIVE,
                revision,
                1,
                DeploymentState.none(),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** An hourly candle. */
    public static CandleClosed candle(String symbol, long openTime, double close) {
        return new CandleClosed(symbol, "1h", openTime, close, close, close, close, 1, CandleOrigin.LIVE);
    }

    /** A prediction with everything in it, made now on an hourly candle. */
    public static Prediction prediction(UUID modelId, String owner) {
        return new Prediction(modelId, owner);
    }

    /** Builds a prediction. */
    public static final class Prediction {

        private final UUID modelId;
        private final String owner;
        private UUID id = UUID.randomUUID();
        private int version = 1;
        private String symbol = null;
        private long openTime;
        private Double referencePrice = null;
        private int horizon = 1;
        private Direction direction = Direction.UP;
        private double confidence = 0.6;
        private long latencyMicros = 500;
        private String variant = null;
        private List<Double> features = null;
        private Instant madeAt = Instant.now();

        private Prediction(UUID modelId, String owner) {
            this.modelId = modelId;
            this.owner = owner;
        }

        public Prediction id(UUID value) {
            id = value;
            return this;
        }

        public Prediction version(int value) {
            version = value;
            return this;
        }

        public Prediction on(String market, long candleOpenTime, double price) {
            symbol = market;
            openTime = candleOpenTime;
            referencePrice = price;
            return this;
        }

        public Prediction horizon(int bars) {
            horizon = bars;
            return this;
        }

        public Prediction says(Direction value, double howSure) {
            direction = value;
            confidence = howSure;
            return this;
        }

        public Prediction after(long micros) {
            latencyMicros = micros;
            return this;
        }

        public Prediction in(String experimentVariant) {
            variant = experimentVariant;
            return this;
        }

        public Prediction features(Double... values) {
            features = List.of(values);
            return this;
        }

        public Prediction at(Instant time) {
            madeAt = time;
            return this;
        }

        public PredictionMade made() {
            double up = direction == Direction.UP ? confidence : 1 - confidence;
            return new PredictionMade(
                    id,
                    modelId,
                    version,
                    null,
                    owner,
                    symbol,
                    symbol == null ? null : "1h",
                    symbol == null ? null : openTime,
                    referencePrice,
                    horizon,
                    "direction",
                    List.of(1 - up, up),
                    direction,
                    confidence,
                    null,
                    PredictionSource.MODEL,
                    latencyMicros,
                    variant == null ? null : new PredictionMade.Assignment(new UUID(1, 1), 1, variant, "unit"),
                    null,
                    features,
                    madeAt);
        }
    }
}
