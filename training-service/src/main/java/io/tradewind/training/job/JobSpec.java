package io.tradewind.training.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.tradewind.training.candle.SeriesKey;
import io.tradewind.training.candle.TimeRange;

/**
 * Everything a training run is determined by, with every default filled in; stored with the job, so that another attempt
 * does the same again.
 *
 * @param plan the training plan as JSON: kept as it was written, so that old jobs can be shown by newer code
 * @param from open time of the first candle, milliseconds since the epoch
 * @param to open time of the last candle, milliseconds since the epoch
 */
public record JobSpec(
        String architecture, String symbol, String timeframe, long from, long to, Map<String, Object> plan) {

    public JobSpec {
        plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
    }

    public SeriesKey series() {
        return SeriesKey.of(symbol, timeframe);
    }

    public TimeRange range() {
        return new TimeRange(from, to);
    }
}
