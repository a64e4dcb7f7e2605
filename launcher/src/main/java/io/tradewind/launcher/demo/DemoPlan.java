package io.tradewind.launcher.demo;

import java.nio.file.Path;
import java.util.List;

import io.tradewind.market.candle.Timeframe;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is to do.
 *
 * @param candles a CSV file of candles; null for the synthetic market
 * @param rows candles of the synthetic market, or most recent ones taken of the file; 0 for all of the file
 * @param seed of the synthetic market and of training
 * @param epochs most epochs of the LSTM
 * @param rounds most boosting rounds of XGBoost
 * @param horizon candles until a prediction is judged
 * @param window candles the LSTM looks back
 * @param units units of each of the LSTM's layers
 * @param features named feature set
 * @param speed candles a second in the replay; 0 for as fast as they are predicted on
 */
public record DemoPlan(
        @Nullable Path candles,
        String symbol,
        Timeframe timeframe,
        int rows,
        long seed,
        int epochs,
        int rounds,
        int horizon,
        int window,
        List<Integer> units,
        String features,
        double speed) {

    static final double TRAINING_SHARE = 0.8;

    public DemoPlan {
        units = List.copyOf(units);
        require(rows >= 0, "rows must be >= 0, was " + rows);
        require(epochs >= 1, "epochs must be >= 1, was " + epochs);
        require(rounds >= 1, "rounds must be >= 1, was " + rounds);
        require(horizon >= 1, "horizon must be >= 1, was " + horizon);
        require(window >= 1, "window must be >= 1, was " + window);
        require(speed >= 0, "speed must be >= 0, was " + speed);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
