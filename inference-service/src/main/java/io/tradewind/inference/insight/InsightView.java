package io.tradewind.inference.insight;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about a market now.
 *
 * @param pricePredictions by horizon in candles: {@code prediction}, one price per architecture, {@code confidence},
 *     {@code std} over the models
 * @param confidence of the surest prediction or, without one, of the rules
 * @param source whether models or rules gave the signals
 * @param fallbackReason why rules did; null when models did
 * @param candleOpenTime milliseconds since the epoch
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record InsightView(
        String symbol,
        String timeframe,
        Patterns patterns,
        Map<String, Map<String, Object>> pricePredictions,
        List<SignalView> signals,
        double confidence,
        double currentPrice,
        ModelStatus modelStatus,
        PredictionSource source,
        @Nullable String fallbackReason,
        long candleOpenTime) {

    /** Candlestick patterns at the newest candle; {@code strongest} is a name and its confidence, or null. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Patterns(
            Map<String, Double> detected,
            int count,
            @Nullable List<Object> strongest) {}

    /** One signal: {@code type} is BUY, SELL or HOLD. */
    record SignalView(String type, String source, String reason, double confidence) {}

    /** What is loaded of what the caller may see. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ModelStatus(boolean patternCnnLoaded, boolean pricePredictorLoaded, boolean modelsLoaded) {}

    /** The part about patterns alone. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PatternsOnly(String symbol, String timeframe, Patterns patterns, double currentPrice) {}

    /** The part about prices alone. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PricesOnly(
            String symbol,
            String timeframe,
            Map<String, Map<String, Object>> pricePredictions,
            double confidence,
            double currentPrice,
            ModelStatus modelStatus) {}

    /** The part about signals alone. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SignalsOnly(
            String symbol,
            String timeframe,
            List<SignalView> signals,
            double confidence,
            double currentPrice,
            PredictionSource source,
            @Nullable String fallbackReason) {}

    PatternsOnly patternsOnly() {
        return new PatternsOnly(symbol, timeframe, patterns, currentPrice);
    }

    PricesOnly pricesOnly() {
        return new PricesOnly(symbol, timeframe, pricePredictions, confidence, currentPrice, modelStatus);
    }

    SignalsOnly signalsOnly() {
        return new SignalsOnly(symbol, timeframe, signals, confidence, currentPrice, source, fallbackReason);
    }
}
