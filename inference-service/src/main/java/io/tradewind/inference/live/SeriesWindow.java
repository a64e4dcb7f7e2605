package io.tradewind.inference.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.inference.live.CandleHistory.Room;
import io.tradewind.inference.live.FeatureWindow.Readiness;
import io.tradewind.market.feature.FeatureSet;

/**
 * Candles of one symbol and timeframe, and the model inputs computed from them, shared by all models that use the
 * same feature set. Safe to use from several threads.
 *
 * <p>Features are never computed with candles after the one asked for, even where those are known already: a market
 * replayed over kept data is predicted on as if it were new.
 */
final class SeriesWindow {

    private static final int MAX_FEATURE_SETS = 16;

    private final SeriesKey key;
    private final CandleHistory history;

    private record WindowKey(String schemaHash, Readiness readiness) {}

    private final Map<WindowKey, FeatureWindow> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WindowKey, FeatureWindow> eldest) {
            // What is asked for again is computed again from the history.
            return size() > MAX_FEATURE_SETS;
        }
    };
    private long now = Long.MIN_VALUE;
    private boolean live;

    SeriesWindow(SeriesKey key, int historyBound) {
        this.key = key;
        this.history = new CandleHistory(historyBound);
    }

    SeriesKey key() {
        return key;
    }

    /** Takes a candle in; the market's present moves to it when it is live or newer than all others. */
    synchronized CandleHistory.Change put(CandleHistory.Candle candle, CandleOrigin origin, Room room) {
        CandleHistory.Change change = history.put(candle, room);
        if (change == CandleHistory.Change.INSERTED || change == CandleHistory.Change.REPLACED) {
            windows.values().forEach(window -> window.changedAt(candle.openTime()));
        }
        boolean isLive = origin == CandleOrigin.LIVE;
        live |= isLive;
        if (isLive && change != CandleHistory.Change.TOO_OLD || change == CandleHistory.Change.APPENDED) {
            now = candle.openTime();
        }
        return change;
    }

    /** Inputs as of the candle with this open time; empty when it is not known or the features are not warm there. */
    synchronized Optional<MarketInputs> inputsAt(long openTime, FeatureSet features, int rows) {
        return inputsAt(openTime, features, rows, Readiness.WARM);
    }

    /** The newest row as of the market's present, NaN where a feature has no value yet. */
    synchronized Optional<MarketInputs> rowNow(FeatureSet features) {
        return inputsAt(now, features, 1, Readiness.PARTIAL);
    }

    private Optional<MarketInputs> inputsAt(long openTime, FeatureSet features, int rows, Readiness readiness) {
        int index = history.indexOf(openTime);
        if (index < 0) {
            return Optional.empty();
        }
        FeatureWindow window = windows.computeIfAbsent(
                new WindowKey(features.schemaHash(), readiness), key -> new FeatureWindow(features, rows, readiness));
        return window.asOf(history, index, rows)
                .map(values -> new MarketInputs(values, openTime, history.close(index)));
    }

    synchronized int size() {
        return history.size();
    }

    synchronized SeriesSummary summary() {
        int size = history.size();
        return new SeriesSummary(
                key.symbol(),
                key.timeframe(),
                size,
                size == 0 ? null : history.openTime(0),
                size == 0 ? null : history.openTime(size - 1),
                size == 0 ? null : now,
                live);
    }
}
