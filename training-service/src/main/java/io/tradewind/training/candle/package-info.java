/**
 * Candles as they are stored, once per symbol, timeframe and open time, and how they are read: pages for clients, extents
 * for the validation of jobs, files for workers. It publishes nothing; what arrives comes through {@code intake}, what
 * leaves for the topic through {@code publication}.
 */
@NullMarked
package io.tradewind.training.candle;

import org.jspecify.annotations.NullMarked;
