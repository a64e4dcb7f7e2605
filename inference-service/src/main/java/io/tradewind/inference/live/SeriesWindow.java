package io.tradewind.inference.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.tradewind.contracts.market.CandleOrigin;
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
    private final Map<String, FeatureWindow> featuresByHash = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FeatureWindow> eldest) {
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
    synchronized CandleHistory.Change put(CandleHistory.Candle candle, CandleOrigin origin) {
        CandleHistory.Change change = history.put(candle);
        if (change == CandleHistory.Change.INSERTED || change == CandleHistory.Change.REPLACED) {
            featuresByHash.values().forEach(features -> features.changedAt(candle.openTime()));
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
        int index = history.indexOf(openTime);
        if (index < 0) {
            return Optional.empty();
        }
        FeatureWindow window =
                featuresByHash.computeIfAbsent(features.schemaHash(), hash -> new FeatureWindow(features, rows));
        return window.asOf(history, index, rows)
                .map(values -> new MarketInputs(values, openTime, history.close(index)));
    }

    /** Inputs as of the market's present. */
    synchronized Optional<MarketInputs> inputsNow(FeatureSet features, int rows) {
        return inputsAt(now, features, rows);
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
