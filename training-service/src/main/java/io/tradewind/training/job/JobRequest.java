package io.tradewind.training.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; what is left out comes from the model, then from the defaults of its architecture. Limits are the
 * training plan's own.
 *
 * @param symbol the first of the model's when left out
 * @param from open time of the first candle; the first there is when left out
 * @param to open time of the last candle; the last there is when left out
 * @param hyperparameters put over the model's own; an ensemble's hold {@code members}, {@code aggregation} or a preset
 * @param costBps cost of changing the position by 1, in basis points
 * @param slippageBps how much worse than the close such a change is filled, in basis points; none when left out
 * @param task the model's, which a job cannot change
 * @param horizons bars ahead of each forecast return, the primary one first; for task RETURN only
 */
public record JobRequest(
        @NotNull UUID modelId,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer horizonBars,
        @Nullable Double deadBand,
        @Nullable @Valid Features features,
        @Nullable Integer window,
        @Nullable @Size(max = 100) Map<String, Object> hyperparameters,
        @Nullable Integer epochs,
        @Nullable Integer batchSize,
        @Nullable Double learningRate,
        @Nullable Integer patience,
        @Nullable Split split,
        @Nullable Long seed,
        @Nullable Double costBps,
        @Nullable Double slippageBps,
        @Nullable String task,
        @Nullable @Size(min = 1, max = 16) List<@NotNull Integer> horizons) {

    /** A named set, or names one by one; not both. */
    public record Features(
            @Nullable String set,
            @Nullable @Size(min = 1, max = 1_000) List<@NotNull String> names) {}

    /** Shares of the candles, in time order; together 1. */
    public record Split(double train, double validation, double test) {}
}
