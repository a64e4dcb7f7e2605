package io.tradewind.learning.bundle;

import java.time.Instant;

/**
 * The candles a model was trained on.
 *
 * @param from open time of the first candle
 * @param to open time of the last candle
 * @param rows candles
 * @param sha256 lower-case hex SHA-256 over open times, prices and volumes
 */
public record DataSpec(String symbol, String timeframe, Instant from, Instant to, long rows, String sha256) {}
